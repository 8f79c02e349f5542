import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import type { Face } from '../faces.ts'

export type FaceOf = (kind: 'concern' | 'promise', id: string) => Face

/** Every chip in the editor; each is drawn from its row and drawn again when the row changes. */
export class ChipBoard {
  readonly #chips = new Set<ChipView>()
  #faceOf: FaceOf

  constructor(faceOf: FaceOf) {
    this.#faceOf = faceOf
  }

  readonly nodeView = (node: Node): NodeView => {
    const chip = new ChipView(node, () => this.#chips.delete(chip))
    this.#chips.add(chip)
    chip.draw(this.#faceOf)
    return chip
  }

  redraw(faceOf: FaceOf): void {
    this.#faceOf = faceOf
    for (const chip of this.#chips) chip.draw(faceOf)
  }
}

class ChipView implements NodeView {
  readonly dom: HTMLElement
  readonly destroy: () => void
  #node: Node

  constructor(node: Node, destroy: () => void) {
    this.#node = node
    this.destroy = destroy
    this.dom = document.createElement('span')
    this.dom.contentEditable = 'false'
  }

  draw(faceOf: FaceOf): void {
    const kind = this.#node.type.name as 'concern' | 'promise'
    const { text, tone } = faceOf(
      kind,
      String(this.#node.attrs[kind === 'concern' ? 'concernId' : 'commitmentId']),
    )
    this.dom.className = `chip ${tone}`
    if (this.dom.textContent !== text) this.dom.textContent = text
  }

  ignoreMutation(): boolean {
    return true
  }
}
