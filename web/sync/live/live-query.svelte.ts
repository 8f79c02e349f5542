import { untrack } from 'svelte'
import type { RecordedEvent } from '../../../shared/kernel/event.ts'
import type { AnyEvent, EventsFrame } from '../../../shared/protocol/down.ts'
import type { Answer, ToldRefusal } from '../ask.ts'
import type { Listener, Live } from './live.svelte.ts'
import { pause, pauseMs } from '../pause.ts'

export interface Query<View> {
  readonly read: () => Promise<Answer<View>>
  /** What came with the page, if anything did. */
  readonly told?: View | null
  /** The line on which it is heard; without one it is only read. */
  readonly live?: Live
  /** The view after an event. */
  readonly fold?: (view: View, event: RecordedEvent<AnyEvent>) => View
  /** Whether the view, as it was folded, cannot tell what the event changes, and is read anew; without it everything is. */
  readonly isNews?: (event: RecordedEvent<AnyEvent>, view: View) => boolean
}

const DENIALS = [401, 403, 404]

const isShut = (refusal: ToldRefusal | null): boolean => DENIALS.includes(refusal?.status ?? 0)

/** Something that is being read: asked for until somebody answers, kept up by what is heard, asked for again. */
export class LiveQuery<View extends object> implements Listener {
  view = $state.raw<View | null>(null)
  /** Why the last reading was refused. */
  refusal = $state.raw<ToldRefusal | null>(null)
  /** Nobody answered the last reading. */
  isUnreachable = $state.raw(false)
  /** Everything up to here is in the view. */
  asOf = 0
  readonly live: Live | undefined
  // Not `#`: for the oldest browsers each of those becomes a WeakMap, and a returning phone has no room for ten.
  private readonly query: Query<View>
  private reading: Promise<boolean> | undefined
  private insisting: Promise<void> | undefined
  /** What was heard while the server is asked; it is folded again on top of the answer. */
  private meanwhile: RecordedEvent<AnyEvent>[] = []
  private isOld = false
  private isOpen = false

  constructor(query: Query<View>) {
    this.query = query
    this.live = query.live
    if (query.told) this.take(query.told)
  }

  /** What is there stays in sight, whatever becomes of a later reading. */
  get state(): 'loading' | 'ready' | 'refused' | 'unreachable' {
    if (this.view) return 'ready'
    return this.refusal ? 'refused' : this.isUnreachable ? 'unreachable' : 'loading'
  }

  /** May not be seen, or not any more. */
  get isDenied(): boolean {
    return isShut(this.refusal) || this.live?.state === 'denied'
  }

  /** What stands on the screen may be old. */
  get isStale(): boolean {
    return this.live?.state === 'stale' || (this.view !== null && this.isUnreachable)
  }

  /** Hears from now on what is told on its line; somebody else reads it when it is wanted. */
  listen(): void {
    this.isOpen = true
    this.live?.join(this)
  }

  /** Reads until somebody answers, then listens. An effect that opens it does not run again for what it reads. */
  open(): Promise<void> {
    return untrack(() => this.start())
  }

  private async start(): Promise<void> {
    this.listen()
    if (!this.view || this.isDenied) await this.insist()
    if (this.isOpen && !isShut(this.refusal)) this.live?.start(this.asOf)
  }

  close(): void {
    this.isOpen = false
    this.live?.leave(this)
  }

  /** One more try now; true once it is told. Many at once are one more reading behind the one under way. */
  reload(): Promise<boolean> {
    this.isOld = true
    return (this.reading ??= untrack(() => this.readOn()).finally(() => (this.reading = undefined)))
  }

  async refresh(): Promise<number | null | 'denied'> {
    if (!this.view || (await this.reload())) return this.view ? this.asOf : Infinity
    return isShut(this.refusal) ? 'denied' : null
  }

  /** Folds what was heard; an event that was heard before changes nothing. */
  hear({ events, upTo }: Pick<EventsFrame, 'events' | 'upTo'>): void {
    if (this.reading) this.meanwhile.push(...events)
    const isNew = this.query.isNews ? this.foldAll(events) : upTo > this.asOf
    this.asOf = Math.max(this.asOf, upTo)
    if (isNew) void this.insist()
  }

  /** True where something is news. */
  private foldAll(events: readonly RecordedEvent<AnyEvent>[]): boolean {
    const { fold, isNews } = this.query
    let isNew = false
    for (const event of events) {
      if (!this.view || event.seq <= this.asOf) continue
      if (fold) this.view = fold(this.view, event)
      isNew ||= isNews?.(event, this.view) ?? false
      this.asOf = event.seq
    }
    return isNew
  }

  private async readOn(): Promise<boolean> {
    let answer: Answer<View>
    do {
      this.isOld = false
      answer = await this.query.read()
      this.refusal = answer.kind === 'refused' ? answer.refusal : null
      this.isUnreachable = answer.kind === 'unreachable'
      if (answer.kind === 'told') this.take(answer.value)
    } while (this.isOld && answer.kind === 'told')
    this.meanwhile = []
    return answer.kind === 'told'
  }

  private take(view: View): void {
    this.view = view
    if ('asOf' in view) this.asOf = view.asOf as number
    if (this.foldAll(this.meanwhile)) this.isOld = true
  }

  // Somebody waits at the screen, or the view is known to be old.
  private insist(): Promise<void> {
    this.isOld = true
    return (this.insisting ??= this.untilAnswered().finally(() => (this.insisting = undefined)))
  }

  private async untilAnswered(): Promise<void> {
    for (let tries = 0; this.isOpen; tries++) {
      if ((await this.reload()) || isShut(this.refusal)) return
      await pause(pauseMs(tries))
    }
  }
}
