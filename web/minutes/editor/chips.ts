import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import type { ChipLabel } from '../chip-labels.ts'

export type LabelOf = (kind: 'concern' | 'promise', id: string) => ChipLabel

/** Every chip in the editor; each is drawn from its row and drawn again when the row changes. */
export class ChipBoard {
  private readonly chips = new Set<ChipView>()
  private labelOf: LabelOf

  constructor(labelOf: LabelOf) {
    this.labelOf = labelOf
  }

  readonly nodeView = (node: Node): NodeView => {
    const chip = new ChipView(node, () => this.chips.delete(chip))
    this.chips.add(chip)
    chip.draw(this.labelOf)
    return chip
  }

  redraw(labelOf: LabelOf): void {
    this.labelOf = labelOf
    for (const chip of this.chips) chip.draw(labelOf)
  }
}

class ChipView implements NodeView {
  readonly dom: HTMLElement
  readonly destroy: () => void
  private node: Node

  constructor(node: Node, destroy: () => void) {
    this.node = node
    this.destroy = destroy
    this.dom = document.createElement('span')
    this.dom.contentEditable = 'false'
  }

  draw(labelOf: LabelOf): void {
    const kind = this.node.type.name as 'concern' | 'promise'
    const { text, tone } = labelOf(
      kind,
      String(this.node.attrs[kind === 'concern' ? 'concernId' : 'commitmentId']),
    )
    this.dom.className = `chip ${tone}`
    if (this.dom.textContent !== text) this.dom.textContent = text
  }

  ignoreMutation(): boolean {
    return true
  }
}
