import * as Y from 'yjs'
import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import { isRefusal, type Refusal } from '../../../shared/kernel/refusal.ts'
import { binaryFrame } from '../../sockets/socket-writer.ts'
import { Authors } from '../document/authors.ts'
import { AwarenessStates } from './awareness-states.ts'
import { isWithin } from '../document/check.ts'
import { ShadowDocument, TEXT_BYTES_MANY, MAX_TEXT_BYTES } from '../document/shadow-document.ts'
import type { Editor } from './editor.ts'
import { Editors } from './editors.ts'
import { nextBatch, type Entry } from '../document/entry.ts'
import { epochFrame, largeFrame, step2Frame } from './frames.ts'
import { Followers } from './followers.ts'
import type { BatchTimer } from './batch-timer.ts'
import { channelOf, type Commits, type TextContext } from '../document/commits.ts'
import { isOfAnother, reachedBy } from '../document/history-check.ts'
import { Snapshots } from '../history/snapshots.ts'
import {
  beginEpoch,
  epochOf,
  openMinutes,
  updatesAfter,
  type Heard,
  type Mark,
  type Opened,
  type Reached,
} from '../document/updates.ts'

export interface RoomContext {
  readonly context: TextContext
  readonly placeId: PlaceId
  readonly meetingId: MeetingId
  readonly beat: BatchTimer
  readonly commits: Commits
  readonly failed: (problem: unknown) => void
}

const EPOCH_BYTES = 12
const TRY_AGAIN_MS = 1_000

/** The text of one evening in memory: nothing is in `live`, and nobody is told of it, before it is on disk. */
export class MinutesSession {
  readonly live: Y.Doc
  readonly editors: Editors
  readonly carets: AwarenessStates
  readonly followers: Followers
  readonly placeId: PlaceId
  readonly #room: RoomContext
  readonly #authors: Authors
  readonly #draft: ShadowDocument
  readonly #silence: () => void
  #epoch: string
  #seq: number
  #atMs: number
  readonly #snapshots: Snapshots
  /** What came after signing: later late edits may rest on it. */
  readonly #boxed: Uint8Array[]
  #waiting: Entry[] = []
  #inFlight: Entry[] = []
  /** Those whose updates are on disk and who have not been told yet, one entry for each. */
  readonly #owed: Editor[] = []
  /** Those who wait until nothing is missing here. */
  #refreshing: (() => void)[] = []
  /** Another node has committed something that is not here yet. */
  #isBehind = false
  #draining: Promise<void> | null = null
  #isClosed = false
  #committingSince = 0
  #isLarge = false
  #joinFrame: { readonly seq: number; readonly frame: Buffer } | null = null

  static async open(room: RoomContext): Promise<MinutesSession> {
    return new MinutesSession(room, await openMinutes(room.context.database, room.meetingId))
  }

  private constructor(room: RoomContext, stored: Opened) {
    this.#room = room
    this.placeId = room.placeId
    this.live = stored.doc
    this.#seq = stored.seq
    this.#atMs = stored.atMs
    this.#epoch = stored.epoch
    this.#snapshots = new Snapshots(room, stored.doc, stored.snapshotSeq)
    this.#boxed = [...stored.boxed]
    this.#authors = new Authors(stored.authors)
    this.#draft = new ShadowDocument(this.live, this.#authors, () => [
      ...this.#boxed,
      ...[...this.#inFlight, ...this.#waiting].map(({ bytes }) => bytes),
    ])
    this.editors = new Editors(this.reached, () => this.joinFrame())
    this.carets = new AwarenessStates(this.#authors, (frame) => this.editors.tell(frame))
    this.followers = new Followers(this.live, room.meetingId, () => this.#seq)
    this.#silence = room.context.journal.bell.listen(channelOf(room.meetingId), () => {
      this.#isBehind = true
      this.#drain()
    })
  }

  /** Seq of the last committed update. */
  get seq(): number {
    return this.#seq
  }

  get reached(): Reached {
    return { seq: this.#seq, atMs: this.#atMs }
  }

  get isBusy(): boolean {
    return this.#draining !== null || this.editors.size > 0 || this.followers.size > 0
  }

  /** Takes an update towards the disk, or says at once why it cannot be taken. */
  submit(editor: Editor, bytes: Uint8Array): Refusal | null {
    const taken = this.#draft.take(bytes, editor)
    if (isRefusal(taken)) return taken
    // What is known, but not in the text, lies in the box: its sender never heard so.
    const isBoxed = this.#boxed.length > 0 && taken.bytes === null && !isWithin(bytes, this.live)
    // Nothing of it was new: what this editor writes from now on is of the version that is open.
    if (taken.bytes === null) editor.isOfEarlier = false
    this.#waiting.push({ editor, isBoxed, isOfEarlier: editor.isOfEarlier, ...taken })
    this.#drain()
    return null
  }

  /** The whole text in one frame, encoded once for all who join at this state. */
  joinFrame(): Buffer {
    if (this.#joinFrame?.seq !== this.#seq)
      this.#joinFrame = { seq: this.#seq, frame: binaryFrame(step2Frame(Y.encodeStateAsUpdate(this.live))) }
    return this.#joinFrame.frame
  }

  /** Which history this is, and how far it goes. */
  get mark(): Mark {
    return { epoch: this.#epoch, seq: this.#seq }
  }

  /** Has everything that was committed before, on whichever node: whoever comes from there must find it here. */
  async refresh(): Promise<void> {
    const { context, meetingId } = this.#room
    const { database } = context
    if (database.dialect === 'sqlite') return
    const caughtUp = new Promise<void>((resolve) => this.#refreshing.push(resolve))
    this.#isBehind = true
    this.#drain()
    await caughtUp
    this.#turnTo(await epochOf(database.reader, database, meetingId))
  }

  /** True when somebody has read what is not in this history: it was brought back from an older copy. */
  async isBefore(heard: Heard): Promise<boolean> {
    if (heard.epoch !== this.#epoch) return true
    const { context, meetingId } = this.#room
    if (heard.seq <= this.#seq) return isOfAnother(context.database.reader, meetingId, heard)
    const epoch = await context.database.write((work) =>
      beginEpoch(work, this.#room, heard.seq, context.newToken(EPOCH_BYTES)),
    )
    if (epoch) this.#turnTo(epoch)
    return epoch !== null
  }

  #turnTo(epoch: string): void {
    if (epoch === this.#epoch) return
    this.#epoch = epoch
    this.editors.tellOurs(binaryFrame(epochFrame(epoch, this.#seq)))
  }

  /** What whoever joins should know of its size, if anything. */
  largeFrame(): Buffer | null {
    return this.#draft.bytes > TEXT_BYTES_MANY
      ? binaryFrame(largeFrame(this.#draft.bytes, MAX_TEXT_BYTES))
      : null
  }

  /** Resolves when nothing is on its way to the disk any more. */
  async settled(): Promise<void> {
    while (this.#draining) await this.#draining
  }

  close(): void {
    this.#isClosed = true
    this.#silence()
    this.carets.close()
    this.editors.close()
    this.followers.close()
    this.live.destroy()
  }

  #drain(): void {
    this.#draining ??= this.#run()
  }

  // Cleared in the same breath as the last look at what waits: nothing can come between and be forgotten.
  async #run(): Promise<void> {
    try {
      while (this.#waiting.length > 0 || this.#isBehind) {
        if (this.#isBehind) await this.#catchUp()
        if (this.#waiting.length === 0) continue
        await this.#room.beat.next()
        await this.#commit(nextBatch(this.#waiting))
      }
    } catch (problem) {
      this.#room.failed(problem)
    } finally {
      this.#draining = null
    }
  }

  async #commit(batch: Entry[]): Promise<void> {
    const { commits, placeId, meetingId } = this.#room
    this.#committingSince = performance.now()
    this.#inFlight = batch
    const updates = batch.flatMap(({ bytes, claims, editor }) =>
      bytes ? [{ bytes, claims, actorId: editor.actorId }] : [],
    )
    const outcome =
      updates.length > 0
        ? await commits.add({ placeId, meetingId, updates, isOfEarlier: batch[0]?.isOfEarlier ?? false })
        : null
    if (isRefusal(outcome)) return this.#refuse(batch, outcome)
    this.#settle(batch, outcome === 'boxed')
    if (outcome === 'boxed') this.#apply([], this.reached)
    // Another node was faster: everything is read in the order in which it was committed.
    else if (outcome && outcome.first !== this.#seq + 1) await this.#catchUp()
    else
      this.#apply(
        updates.map(({ bytes }) => bytes),
        outcome ? { seq: outcome.last, atMs: outcome.atMs } : this.reached,
      )
    this.#inFlight = []
    this.#snapshots.soon(this.#seq, () => (this.#isClosed ? null : this.#seq))
    this.#warnOfSize()
  }

  // Too late for the text: it stays as it was signed, and whoever wrote is told where the words are.
  #settle(batch: readonly Entry[], isTooLate: boolean): void {
    for (const { editor, bytes, claims, isBoxed } of batch) {
      if (isTooLate && bytes) this.#boxed.push(bytes)
      else this.#authors.settle(claims, editor.actorId)
      if (isBoxed || (isTooLate && bytes)) editor.box(this.#seq)
      else this.#owed.push(editor)
    }
  }

  #warnOfSize(): void {
    const frame = this.#isLarge ? null : this.largeFrame()
    if (!frame) return
    this.#isLarge = true
    this.editors.tellOurs(frame)
  }

  // What came after it may rest on what was not taken, so all of it goes back to those who hold it.
  #refuse(batch: readonly Entry[], refusal: Refusal): void {
    const lost = [...batch, ...this.#waiting.splice(0)]
    this.#inFlight = []
    this.#draft.forget()
    this.#authors.forgetClaims()
    for (const editor of new Set(lost.map((entry) => entry.editor))) editor.refuse(refusal)
  }

  /** Takes in what was committed after the last update that is here. */
  async #catchUp(): Promise<void> {
    this.#isBehind = false
    const waiting = this.#refreshing.splice(0)
    try {
      const { database } = this.#room.context
      const news = await updatesAfter(database.reader, this.#room.meetingId, this.#seq)
      for (const { bytes, actorId } of news) {
        this.#authors.learn(bytes, actorId)
        this.#draft.follow(bytes)
      }
      this.#apply(
        news.map(({ bytes }) => bytes),
        reachedBy(news) ?? this.reached,
      )
      for (const go of waiting) go()
    } catch (problem) {
      this.#room.failed(problem)
      this.#isBehind = true
      this.#refreshing.push(...waiting)
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS))
    }
  }

  #apply(updates: readonly Uint8Array[], reached: Reached): void {
    this.live.transact(() => {
      for (const bytes of updates) Y.applyUpdate(this.live, bytes)
    })
    this.#seq = reached.seq
    this.#atMs = reached.atMs
    this.editors.spread(updates, reached, this.#owed.splice(0), () =>
      this.#room.beat.took(performance.now() - this.#committingSince),
    )
    if (updates.length > 0) this.followers.changed()
  }
}
