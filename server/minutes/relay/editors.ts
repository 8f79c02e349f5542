import * as Y from 'yjs'
import { HEARTBEAT_MS } from '../../../shared/protocol/down.ts'
import { binaryFrame } from '../../sockets/socket-writer.ts'
import type { Editor, News } from './editor.ts'
import { ackFrame, updateFrame } from './frames.ts'
import type { Reached } from '../document/updates.ts'

/** Telling a thousand at once takes 10 ms in which nobody is listened to: they are told row by row. */
const MAX_ROW = 250
/** Merging grows faster than the number of updates: 100 take 0.4 ms, 1,000 take 30 ms. */
const MAX_MERGED = 100

/** News on their way round. */
interface Round {
  readonly news: News
  readonly left: Iterator<Editor>
  /** How many updates of each author are committed with them. */
  readonly counts: ReadonlyMap<Editor, number>
  readonly done: () => void
}

/** Everybody connected to one text: one frame for what was committed together, made once for all. */
export class Editors {
  readonly #editors = new Set<Editor>()
  readonly #joinFrame: () => Buffer
  #rounds: Round[] = []
  #row: NodeJS.Immediate | null = null
  #reached: Reached
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
    this.#heartbeat ??= setInterval(() => this.#beat(), HEARTBEAT_MS / 2)
  }

  remove(editor: Editor): void {
    this.#editors.delete(editor)
    if (this.#editors.size === 0) this.close()
  }

  /** Tells everybody what was committed up to then, and its authors, one for each update, that it was; then `done`. */
  spread(
    updates: readonly Uint8Array[],
    reached: Reached,
    authors: readonly Editor[],
    done: () => void,
  ): void {
    this.#reached = reached
    if (this.#editors.size === 0) return done()
    const counts = new Map<Editor, number>()
    for (const author of authors) counts.set(author, (counts.get(author) ?? 0) + 1)
    const text = textOf(updates)
    const seqFrame = binaryFrame(ackFrame(reached.seq, 0, reached.atMs))
    const news = { text, reached, textAndSeq: Buffer.concat([text, seqFrame]) }
    const audience = updates.length > 0 ? this.#editors : counts
    this.#rounds.push({ news, counts, done, left: audience.keys() })
    if (!this.#row) this.#tellRow()
  }

  tell(frame: Buffer): void {
    for (const editor of this.#editors) editor.send(frame)
  }

  /** Tells those who know our own messages; a stock client would complain of each. */
  tellOurs(frame: Buffer): void {
    for (const editor of this.#editors) if (editor.isOurs) editor.send(frame)
  }

  close(): void {
    if (this.#row) clearImmediate(this.#row)
    if (this.#heartbeat) clearInterval(this.#heartbeat)
    this.#row = this.#heartbeat = null
    this.#rounds = []
  }

  #tellRow(): void {
    this.#row = null
    const round = this.#rounds[0]
    if (!round) return
    const { news, counts, left, done } = round
    for (let told = 0; told < MAX_ROW; told++) {
      const { value: editor, done: isOver } = left.next()
      if (isOver) {
        this.#rounds.shift()
        done()
        break
      }
      editor.tell(news, counts.size > 0 ? (counts.get(editor) ?? 0) : 0)
    }
    if (this.#rounds.length > 0) this.#row = setImmediate(() => this.#tellRow())
  }

  #beat(): void {
    // Whoever is being told just now hears where they stand with the next beat.
    const reached = this.#rounds.length > 0 ? null : this.#reached
    const nowMs = performance.now()
    for (const editor of this.#editors) {
      if (!editor.line.isLagging) editor.beat(reached)
      else if (editor.line.hasRecovered(nowMs)) editor.send(this.#joinFrame())
    }
  }
}

/** Frames with these updates, merged as far as that is cheap. */
function textOf(updates: readonly Uint8Array[]): Buffer {
  const frames: Buffer[] = []
  for (let from = 0; from < updates.length; from += MAX_MERGED)
    frames.push(binaryFrame(updateFrame(merged(updates.slice(from, from + MAX_MERGED)))))
  return frames.length === 1 ? frames[0]! : Buffer.concat(frames)
}

const merged = (updates: Uint8Array[]): Uint8Array =>
  updates.length === 1 ? updates[0]! : Y.mergeUpdates(updates)
