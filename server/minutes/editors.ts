import * as Y from 'yjs'
import type { WebSocket } from 'ws'
import type { Refusal } from '../../shared/kernel/refusal.ts'
import { HEARTBEAT_MS } from '../../shared/protocol/down.ts'
import { CLOSE_TOO_SLOW, hangUp } from '../hang-up.ts'
import { HEARTBEAT } from './carets.ts'
import { ackFrame, boxedFrame, refusedFrame, updateFrame } from './frames.ts'
import type { Reached } from './updates.ts'

/** The first key after a pause is told at once, then what gathers within a tick. */
const TICK_MS = 20
/** Merging grows faster than the number of updates: 100 take 0.4 ms, 1,000 take 30 ms. */
const MERGED_MOST = 100
const LAG_BYTES = 256 * 1024
const GIVE_UP_BYTES = 1024 * 1024
const GIVE_UP_BEATS = 5
/** A stock client comes back by itself and brings what was not taken. */
const CLOSE_COME_BACK = 4503

/** One connection to the text: where it stands, and whether it keeps up. */
export class Editor {
  readonly socket: WebSocket
  readonly actorId: string
  /** Client ids that it was the first to write with. */
  readonly firstUsed = new Set<number>()
  /** Ours knows what an acknowledgement is; a stock client would complain of each. */
  readonly isOurs: boolean
  /** How many of its updates are committed. */
  #committed = 0
  #boxed = 0
  #toldSeq = -1
  #lagBeats = 0

  constructor(socket: WebSocket, actorId: string, isOurs: boolean) {
    this.socket = socket
    this.actorId = actorId
    this.isOurs = isOurs
  }

  /** False where the socket is too full; it gets the whole text once it has drained. */
  send(frame: Buffer): boolean {
    if (this.socket.readyState !== this.socket.OPEN) return false
    if (this.isLagging || this.socket.bufferedAmount > LAG_BYTES) {
      this.#lagBeats ||= 1
      return false
    }
    this.socket.send(frame)
    return true
  }

  get isLagging(): boolean {
    return this.#lagBeats > 0
  }

  /** True once, when a lagging socket has drained; one that cannot is closed and comes back. */
  hasRecovered(): boolean {
    if (this.socket.bufferedAmount === 0) {
      this.#lagBeats = 0
      return true
    }
    if (++this.#lagBeats > GIVE_UP_BEATS || this.socket.bufferedAmount > GIVE_UP_BYTES)
      hangUp(this.socket, CLOSE_TOO_SLOW)
    return false
  }

  acknowledge({ seq, atMs }: Reached, count: number): void {
    this.#committed += count
    this.#toldSeq = seq
    // Small, and without it a writer would believe its words unsaved: sent even to a full socket.
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(ackFrame(seq, this.#committed, atMs))
  }

  /** One of its updates is on disk, but in the box. */
  box(seq: number): void {
    this.#boxed++
    this.#committed++
    if (this.isOurs && this.socket.readyState === this.socket.OPEN)
      this.socket.send(boxedFrame(seq, this.#committed, this.#boxed))
  }

  /** Says which state of the text stands on its screen; whoever signs has read exactly that. */
  tellSeq(reached: Reached): boolean {
    if (!this.isOurs || this.#toldSeq === reached.seq || this.isLagging) return false
    this.acknowledge(reached, 0)
    return true
  }

  refuse(refusal: Refusal): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    this.socket.send(refusedFrame(refusal))
    if (refusal.refused === 'storage-failed' || refusal.refused === 'unexpected')
      this.socket.close(CLOSE_COME_BACK)
  }
}

/** Everybody connected to one text: one frame a tick, encoded once for all. */
export class Editors {
  readonly #editors = new Set<Editor>()
  readonly #joinFrame: () => Buffer
  #gathered: Uint8Array[] = []
  readonly #unacknowledged = new Map<Editor, number>()
  #reached: Reached
  #timer: NodeJS.Timeout | null = null
  #heartbeat: NodeJS.Timeout | null = null

  constructor(reached: Reached, joinFrame: () => Buffer) {
    this.#reached = reached
    this.#joinFrame = joinFrame
  }

  get size(): number {
    return this.#editors.size
  }

  add(editor: Editor): void {
    this.#editors.add(editor)
    this.#heartbeat ??= setInterval(() => this.#beat(), HEARTBEAT_MS)
  }

  remove(editor: Editor): void {
    this.#editors.delete(editor)
    if (this.#editors.size === 0) this.close()
  }

  /** Tells everybody what was committed up to then, and its authors, one for each update, that it was. */
  spread(updates: readonly Uint8Array[], reached: Reached, authors: readonly Editor[]): void {
    this.#reached = reached
    if (this.#editors.size === 0) return
    this.#gathered.push(...updates)
    for (const author of authors)
      this.#unacknowledged.set(author, (this.#unacknowledged.get(author) ?? 0) + 1)
    if (!this.#timer) this.#flush()
  }

  tell(frame: Buffer): void {
    for (const editor of this.#editors) editor.send(frame)
  }

  /** Tells those who know our own messages; a stock client would complain of each. */
  tellOurs(frame: Buffer): void {
    for (const editor of this.#editors) if (editor.isOurs) editor.send(frame)
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#heartbeat) clearInterval(this.#heartbeat)
    this.#timer = this.#heartbeat = null
    this.#gathered = []
    this.#unacknowledged.clear()
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (this.#gathered.length > 0 || this.#unacknowledged.size > 0) this.#flush()
    }, TICK_MS)
    const updates = this.#gathered
    this.#gathered = []
    for (let from = 0; from < updates.length; from += MERGED_MOST)
      this.tell(updateFrame(merged(updates.slice(from, from + MERGED_MOST))))
    // After the text itself: a seq stands for all that came before it.
    for (const [author, count] of this.#unacknowledged) author.acknowledge(this.#reached, count)
    this.#unacknowledged.clear()
    // At once, or what somebody ticks as read just now would seem to have changed a moment later.
    for (const editor of this.#editors) editor.tellSeq(this.#reached)
  }

  #beat(): void {
    if (this.#gathered.length > 0) this.#flush()
    for (const editor of this.#editors) {
      if (!editor.isLagging) editor.tellSeq(this.#reached) || editor.send(HEARTBEAT)
      else if (editor.hasRecovered()) editor.send(this.#joinFrame())
    }
  }
}

const merged = (updates: Uint8Array[]): Uint8Array =>
  updates.length === 1 ? updates[0]! : Y.mergeUpdates(updates)
