import type { Refusal } from '../../../shared/kernel/refusal.ts'
import { binaryFrame, type SocketWriter } from '../../sockets/socket-writer.ts'
import { HEARTBEAT } from './awareness-states.ts'
import { ackFrame, boxedFrame, refusedFrame } from './frames.ts'
import type { Reached } from '../document/updates.ts'

/** A stock client comes back by itself and brings what was not taken. */
const CLOSE_COME_BACK = 4503

/** What is new in the text, made once for all: as a stock client reads it, and with the seq behind it for ours. */
export interface News {
  readonly text: Buffer
  readonly textAndSeq: Buffer
  readonly reached: Reached
}

/** One connection to the text: where it stands, and whether it keeps up. */
export class Editor {
  readonly line: SocketWriter
  readonly actorId: string
  /** Client ids that it was the first to write with. */
  readonly firstUsed = new Set<number>()
  /** Ours knows what an acknowledgement is; a stock client would complain of each. */
  readonly isOurs: boolean
  /** What it wrote while it was cut off belongs to an earlier version: for the box, not for the text. */
  isOfEarlier: boolean
  /** How many of its updates are committed. */
  #committed = 0
  #boxed = 0
  /** The state of the text that stands on its screen. */
  #told: Reached = { seq: -1, atMs: 0 }
  /** Nothing was sent since the last beat. */
  #isQuiet = true

  constructor(
    line: SocketWriter,
    actorId: string,
    { isOurs, isOfEarlier }: { readonly isOurs: boolean; readonly isOfEarlier: boolean },
  ) {
    this.line = line
    this.actorId = actorId
    this.isOurs = isOurs
    this.isOfEarlier = isOfEarlier
  }

  /** False where the line is too full; it gets the whole text once it has drained. */
  send(frame: Buffer): boolean {
    if (!this.line.send(frame)) return false
    this.#isQuiet = false
    return true
  }

  /** Tells what is new, and that `count` more of its own updates are committed. */
  tell({ text, textAndSeq, reached }: News, count: number): void {
    this.#committed += count
    if (!this.isOurs) return void this.send(text)
    if (this.send(count === 0 ? textAndSeq : Buffer.concat([text, this.#ackOf(reached)])))
      this.#stands(reached)
    // Small, and without it a writer would believe its words unsaved: sent even to a full line.
    else if (count > 0) this.line.press(this.#ackOf(this.#told))
  }

  #ackOf({ seq, atMs }: Reached): Buffer {
    return binaryFrame(ackFrame(Math.max(0, seq), this.#committed, atMs))
  }

  // Somebody who joins while others are being told has more already.
  #stands(reached: Reached): void {
    if (reached.seq > this.#told.seq) this.#told = reached
  }

  /** One of its updates is on disk, but in the box. */
  box(seq: number): void {
    this.#boxed++
    this.#committed++
    if (this.isOurs) this.line.press(binaryFrame(boxedFrame(seq, this.#committed, this.#boxed)))
  }

  /** Keeps a quiet line alive; whoever was told something meanwhile knows that it lives. */
  beat(reached: Reached | null): void {
    if (reached !== null && this.tellSeq(reached)) return
    if (this.#isQuiet) this.send(HEARTBEAT)
    this.#isQuiet = true
  }

  /** Says which state of the text stands on its screen; whoever signs has read exactly that. */
  tellSeq(reached: Reached): boolean {
    if (!this.isOurs || this.#told.seq === reached.seq || !this.send(this.#ackOf(reached))) return false
    this.#stands(reached)
    return true
  }

  refuse(refusal: Refusal): void {
    this.line.press(binaryFrame(refusedFrame(refusal)))
    if (refusal.refused === 'storage-failed' || refusal.refused === 'unexpected')
      this.line.close(CLOSE_COME_BACK)
  }
}
