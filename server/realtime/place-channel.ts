import { isStaff, type RecordedEvent, type Viewer } from '../../shared/kernel/event.ts'
import type { ActorId, PlaceId } from '../../shared/kernel/id.ts'
import { CLOSE_RESTORED, HEARTBEAT_MS, type AnyEvent, type DownFrame } from '../../shared/protocol/down.ts'
import { replacedWithin } from '../journal/replaced.ts'
import { isReadAnew } from '../journal/read-anew.ts'
import { openTail, type Tail } from '../journal/tail.ts'
import { emptiedWithin, undoneWithin } from '../journal/undone.ts'
import type { Bell } from '../journal/bell.ts'
import { textFrame } from '../sockets/socket-writer.ts'
import { isOnesOwn, kindOf, nobodyOf } from './kinds.ts'
import type { Listener } from './listener.ts'
import { PastEvents, retold, type PastBatch, type PastContext } from './past-events.ts'

/** How long events gather before the next frame; the first after a pause goes out at once. */
const TICK_MS = { staff: 15, hall: 100 } as const

export interface HallContext extends PastContext {
  readonly bell: Bell
  readonly present: (event: RecordedEvent, viewer: Viewer) => RecordedEvent<AnyEvent> | null
  readonly subjectsOf: (event: RecordedEvent) => readonly ActorId[]
  /** Whether a viewer is told what was said and taken back since. */
  readonly mayStillHear: (event: RecordedEvent, viewer: Viewer) => boolean
  readonly nowMs: () => number
  readonly failed: (problem: unknown) => void
}

export const encode = (frame: DownFrame): Buffer => textFrame(JSON.stringify(frame))

interface Kind {
  readonly isStaff: boolean
  readonly tickMs: number
  readonly listeners: Set<Listener>
  waiting: RecordedEvent[]
  /** Seq up to which this kind has been told. */
  upTo: number
  timer: NodeJS.Timeout | null
}

/** Everybody who listens to one place: one tail, one frame for each kind of viewer, one heartbeat. */
export class PlaceChannel {
  readonly #context: HallContext
  readonly #past: PastEvents
  readonly #tail: Tail
  readonly #kinds = new Map<string, Kind>()
  readonly #heartbeat: NodeJS.Timeout

  static async open(context: HallContext, placeId: PlaceId): Promise<PlaceChannel> {
    let hear: (events: readonly RecordedEvent[]) => void = () => {}
    const tail = await openTail({ ...context, hear: (events) => hear(events) }, placeId)
    const hall = new PlaceChannel(context, placeId, tail)
    hear = (events) => hall.#hear(events)
    return hall
  }

  private constructor(context: HallContext, placeId: PlaceId, tail: Tail) {
    this.#context = context
    this.#past = new PastEvents(context, placeId)
    this.#tail = tail
    this.#heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS)
  }

  get size(): number {
    let size = 0
    for (const kind of this.#kinds.values()) size += kind.listeners.size
    return size
  }

  async add(listener: Listener): Promise<void> {
    const name = kindOf(listener.viewer)
    let kind = this.#kinds.get(name)
    if (!kind) {
      const isOfStaff = isStaff(listener.viewer)
      const tickMs = isOfStaff ? TICK_MS.staff : TICK_MS.hall
      kind = {
        isStaff: isOfStaff,
        tickMs,
        listeners: new Set(),
        waiting: [],
        upTo: this.#tail.head,
        timer: null,
      }
      this.#kinds.set(name, kind)
    }
    kind.listeners.add(listener)
    await this.#catchUp(listener, kind)
  }

  remove(listener: Listener): void {
    const name = kindOf(listener.viewer)
    const kind = this.#kinds.get(name)
    if (!kind?.listeners.delete(listener) || kind.listeners.size > 0) return
    if (kind.timer) clearTimeout(kind.timer)
    this.#kinds.delete(name)
  }

  close(): void {
    clearInterval(this.#heartbeat)
    this.#tail.close()
    for (const kind of this.#kinds.values()) if (kind.timer) clearTimeout(kind.timer)
  }

  #hear(events: readonly RecordedEvent[]): void {
    for (const kind of this.#kinds.values()) {
      if (events.some(isReadAnew)) this.#startAgain(kind)
      for (const listener of kind.listeners) listener.heed(events)
      kind.waiting.push(...events)
      if (!kind.timer) this.#flush(kind)
    }
  }

  #startAgain({ listeners }: Kind): void {
    const frame = encode({
      kind: 'restored',
      epoch: this.#context.database.epoch,
      head: this.#tail.head,
    })
    for (const { line } of listeners) {
      line.send(frame)
      line.close(CLOSE_RESTORED)
    }
  }

  #flush(kind: Kind): void {
    kind.timer = setTimeout(() => {
      kind.timer = null
      if (kind.waiting.length > 0) this.#flush(kind)
    }, kind.tickMs)
    const events = emptiedWithin(kind.waiting)
    kind.waiting = []
    const from = kind.upTo
    kind.upTo = events.at(-1)!.seq
    const subjects = new Set(events.flatMap((event) => this.#context.subjectsOf(event)))
    const undone = undoneWithin(events)
    const told = kind.isStaff ? events : retold(events, replacedWithin(events))
    let shared: Buffer | null = null
    // Of a thousand phones nearly all are ordinary: what the others need is made for them alone.
    for (const listener of kind.listeners) {
      if (!listener.isLive || listener.upTo >= kind.upTo) continue
      const { viewer } = listener
      const isOrdinary = listener.upTo === from && !isOnesOwn(viewer, subjects)
      if (!isOrdinary) this.#tell(listener, told, this.#tellsTo(viewer, undone))
      else this.#send(listener, (shared ??= this.#sharedFrame(told, viewer, undone)), kind.upTo)
    }
  }

  #frameFor(
    events: readonly RecordedEvent[],
    viewer: Viewer,
    isTold: (event: RecordedEvent) => boolean = () => true,
  ): Buffer {
    const views = events
      .filter(isTold)
      .map((event) => this.#context.present(event, viewer))
      .filter((view) => view !== null)
    return encode({ kind: 'events', events: views, upTo: events.at(-1)!.seq })
  }

  #sharedFrame(events: readonly RecordedEvent[], one: Viewer, gone: ReadonlySet<number>): Buffer {
    const nobody = nobodyOf(one)
    return this.#frameFor(events, nobody, this.#tellsTo(nobody, gone))
  }

  #tell(
    listener: Listener,
    events: readonly RecordedEvent[],
    isTold?: (event: RecordedEvent) => boolean,
  ): void {
    const news = events.filter((event) => event.seq > listener.upTo)
    if (news.length > 0) this.#send(listener, this.#frameFor(news, listener.viewer, isTold), news.at(-1)!.seq)
  }

  /** What was said and then taken back is told only to those who may still know it. */
  #tellsTo(viewer: Viewer, gone: ReadonlySet<number>): (event: RecordedEvent) => boolean {
    return (event) => !gone.has(event.seq) || this.#context.mayStillHear(event, viewer)
  }

  #send(listener: Listener, frame: Buffer, upTo: number): void {
    if (listener.send(frame)) listener.upTo = upTo
  }

  /** Tells what the listener missed; it is live once nothing lies between it and its kind. */
  async #catchUp(listener: Listener, kind: Kind): Promise<void> {
    while (kind.listeners.has(listener) && !listener.line.isLagging) {
      const batch = await this.#past.after(listener.upTo)
      if (batch) await this.#tellAgain(listener, batch)
      else if (listener.upTo >= kind.upTo) {
        listener.isLive = true
        return
      }
      if (!listener.line.isOpen) return
    }
  }

  async #tellAgain(listener: Listener, batch: PastBatch): Promise<void> {
    const { viewer } = listener
    const { events } = batch
    const { gone, standing } = await batch.retelling()
    if (isStaff(viewer)) return this.#tell(listener, events, this.#tellsTo(viewer, gone))
    const isOrdinary = !events.some((event) => isOnesOwn(viewer, this.#context.subjectsOf(event)))
    const frame = isOrdinary
      ? batch.frameOf(kindOf(viewer), () => this.#sharedFrame(standing, viewer, gone))
      : this.#frameFor(standing, viewer, this.#tellsTo(viewer, gone))
    this.#send(listener, frame, events.at(-1)!.seq)
  }

  #beat(): void {
    const nowMs = this.#context.nowMs()
    this.#past.forgetOld()
    const phones = new Map<string, number>()
    for (const { listeners } of this.#kinds.values())
      for (const { window, viewer } of listeners)
        if (window === 'phone')
          phones.set(viewer.lookingAt ?? '', (phones.get(viewer.lookingAt ?? '') ?? 0) + 1)
    const all = [...phones.values()].reduce((sum, count) => sum + count, 0)
    for (const kind of this.#kinds.values()) {
      const frames = new Map<string, Buffer>()
      for (const listener of kind.listeners) {
        if (listener.line.isLagging) {
          if (listener.line.hasRecovered(nowMs))
            void this.#catchUp(listener, kind).catch(this.#context.failed)
          continue
        }
        const { lookingAt } = listener.viewer
        const key = lookingAt ?? ''
        const frame =
          frames.get(key) ?? encode({ kind: 'here', phones: lookingAt ? (phones.get(key) ?? 0) : all })
        frames.set(key, frame)
        listener.send(frame)
      }
    }
  }
}
