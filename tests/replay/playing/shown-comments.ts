import type { DownFrame } from '../../../shared/protocol/down.ts'
import type { CommentSeen } from '../report.ts'

/** What one screen was shown: how far it agrees with what was sent, and only what differs is kept. */
export class ShownComments {
  readonly #sent: readonly CommentSeen[]
  readonly #others: CommentSeen[] = []
  #agreed = 0

  /** `sent` grows while the evening goes on, always before a screen can be shown what was added. */
  constructor(sent: readonly CommentSeen[]) {
    this.#sent = sent
  }

  onFrame(frame: DownFrame): void {
    if (frame.kind !== 'events') return
    for (const { type, data, words } of frame.events as readonly { type: string; data: any; words: any }[])
      if (type === 'comment-shown') this.#onComment(data.commentId, words.text)
  }

  #onComment(id: string, text: string): void {
    const expected = this.#sent[this.#agreed]
    if (this.#others.length === 0 && expected?.id === id && expected.text === text) this.#agreed++
    else this.#others.push({ id, text })
  }

  get count(): number {
    return this.#agreed + this.#others.length
  }

  /** In the order in which they were shown. */
  list(): CommentSeen[] {
    return [...this.#sent.slice(0, this.#agreed), ...this.#others]
  }
}
