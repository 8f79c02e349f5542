import type * as Y from 'yjs'
import type { MeetingId } from '../../../shared/kernel/id.ts'
import { textFrame } from '../../sockets/socket-writer.ts'
import { Rendering } from '../publishing/render.ts'

/** Phones and the wall read at this pace. */
const TICK_MS = 100

/** Answers false when the listener is too slow to take the frame. */
export type Send = (frame: Buffer) => boolean

interface Follower {
  readonly send: Send
  /** It missed something, so the next frame is a whole one. */
  needsWhole: boolean
}

/** Those who read the text as lines: one frame a tick for all of them. */
export class Followers {
  readonly #doc: Y.Doc
  readonly #meetingId: MeetingId
  readonly #seq: () => number
  readonly #followers = new Set<Follower>()
  #rendering: Rendering | null = null
  #whole: { readonly seq: number; readonly frame: Buffer } | null = null
  #timer: NodeJS.Timeout | null = null
  #isChanged = false

  constructor(doc: Y.Doc, meetingId: MeetingId, seq: () => number) {
    this.#doc = doc
    this.#meetingId = meetingId
    this.#seq = seq
  }

  get size(): number {
    return this.#followers.size
  }

  /** A whole frame now, changes later, until the returned function is called. */
  add(send: Send): () => void {
    const follower: Follower = { send, needsWhole: true }
    this.#followers.add(follower)
    this.#offer(follower)
    return () => {
      this.#followers.delete(follower)
      if (this.#followers.size === 0) this.close()
    }
  }

  changed(): void {
    if (this.#followers.size === 0) return
    this.#isChanged = true
    if (!this.#timer) this.#flush()
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #flush(): void {
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (this.#isChanged || this.#hasWaiting()) this.#flush()
    }, TICK_MS)
    const frame = this.#isChanged ? this.#draw().changes(this.#seq()) : null
    this.#isChanged = false
    const shared = frame && textFrame(JSON.stringify(frame))
    for (const follower of this.#followers) {
      if (follower.needsWhole) this.#offer(follower)
      else if (shared && !follower.send(shared)) follower.needsWhole = true
    }
  }

  #hasWaiting(): boolean {
    for (const follower of this.#followers) if (follower.needsWhole) return true
    return false
  }

  #offer(follower: Follower): void {
    follower.needsWhole = !follower.send(this.#wholeFrame())
    if (follower.needsWhole && !this.#timer) this.#flush()
  }

  #wholeFrame(): Buffer {
    const seq = this.#seq()
    if (this.#whole?.seq !== seq)
      this.#whole = { seq, frame: textFrame(JSON.stringify(this.#draw().whole(seq))) }
    return this.#whole.frame
  }

  #draw(): Rendering {
    if (!this.#rendering) {
      this.#rendering = new Rendering(this.#doc, this.#meetingId)
      this.#rendering.changes(this.#seq())
    }
    return this.#rendering
  }
}
