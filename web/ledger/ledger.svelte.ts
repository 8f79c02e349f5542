import type { CommandFields, CommandName } from '../../shared/api.ts'
import type { Commitment, CommitmentEvent, DueChange } from '../../shared/commitments/commitment.ts'
import { evolveCommitments, evolveDueChanges } from '../../shared/commitments/evolve.ts'
import type { Concern, ConcernEvent } from '../../shared/concerns/concern.ts'
import { evolveConcerns } from '../../shared/concerns/evolve.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Meeting } from '../../shared/meetings/meeting.ts'
import { TIME_ZONE_DEFAULT, type Place } from '../../shared/places/place.ts'
import type { AnyEvent, EventsFrame } from '../../shared/protocol/down.ts'
import type { LedgerView } from '../../shared/ledger/ledger.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import { ask, type Answer, type ToldRefusal } from '../sync/ask.ts'
import { clock } from '../sync/clock.svelte.ts'
import { Live } from '../sync/live.svelte.ts'
import { pause, pauseMs } from '../sync/pause.ts'
import { sendAt } from '../sync/send.ts'
import { dayAt, timeAt } from '../sync/time.ts'
import { preloaded } from '../sync/preloaded.ts'

/** The promises of a place: read once, then kept up by what is heard. */
export class Ledger {
  state = $state<'loading' | 'ready' | 'refused' | 'unreachable'>('loading')
  refusal = $state.raw<ToldRefusal | null>(null)
  place = $state.raw<Place | null>(null)
  commitments = $state.raw<readonly Commitment[]>([])
  dueChanges = $state.raw<readonly DueChange[]>([])
  concerns = $state.raw<readonly Concern[]>([])
  meetings = $state.raw<readonly Meeting[]>([])
  newerDays = $state.raw<LedgerView['newerDays']>([])
  /** Preloaded of every event that is heard. */
  readonly listeners = new Set<(event: RecordedEvent) => void>()
  readonly placeId: string
  readonly live: Live
  #asOf = 0
  #isOpen = false
  /** What is heard while the server is asked; it is folded again on top of the answer. */
  #meanwhile: RecordedEvent<AnyEvent>[] | null = null
  #asked = new Set<string>()

  constructor(placeId: string) {
    this.placeId = placeId
    this.live = new Live({ placeId, as: 'desk', onEvents: (frame) => this.hear(frame) })
    const told = preloaded<LedgerView>(this.#path)
    if (told) this.#take(told, [])
  }

  get #path() {
    return `/api/places/${this.placeId}/ledger` as const
  }

  /** The day it is at the place now, also after midnight. */
  get today(): Day {
    return dayAt(clock.now, this.#timeZone)
  }

  get isStale(): boolean {
    return this.live.state === 'stale'
  }

  /** 19:41: the picture is as it was then. */
  get heardAt(): string {
    return timeAt(this.live.heardAtMs, this.#timeZone)
  }

  get #timeZone(): string {
    return this.place?.timeZone ?? TIME_ZONE_DEFAULT
  }

  /** Reads until somebody answers, then listens. */
  async open(): Promise<void> {
    this.#isOpen = true
    for (let tries = 0; this.#isOpen && this.state !== 'ready' && !(await this.read()); tries++) {
      if (this.state === 'refused') return
      await pause(pauseMs(tries))
    }
    if (this.#isOpen) this.live.start(this.#asOf)
  }

  close(): void {
    this.#isOpen = false
    this.live.stop()
  }

  /** Takes the whole ledger anew; true once somebody answered. */
  async read(): Promise<boolean> {
    this.#meanwhile ??= []
    const answer = await ask('GET', this.#path)
    const meanwhile = this.#meanwhile ?? []
    this.#meanwhile = null
    if (answer.kind === 'told' && 'newerDays' in answer.value) this.#take(answer.value, meanwhile)
    else if (!this.place && answer.kind !== 'told') this.state = answer.kind
    if (answer.kind === 'refused') this.refusal = answer.refusal
    return answer.kind === 'told'
  }

  #take(view: LedgerView, meanwhile: readonly RecordedEvent<AnyEvent>[]): void {
    this.place = view.place
    this.commitments = view.commitments
    this.dueChanges = view.dueChanges
    this.concerns = view.concerns
    this.meetings = view.meetings
    this.newerDays = view.newerDays
    for (const event of meanwhile) if (event.seq > view.asOf) this.#fold(event)
    this.#asOf = Math.max(this.#asOf, view.asOf)
    this.state = 'ready'
  }

  /** Folds what was heard; an event that was heard before changes nothing. */
  hear({ events, upTo }: Pick<EventsFrame, 'events' | 'upTo'>): void {
    for (const event of events) if (event.seq > this.#asOf) this.#fold(event)
    for (const event of events) for (const tell of this.listeners) tell(event)
    this.#meanwhile?.push(...events)
    this.#asOf = Math.max(this.#asOf, upTo)
    if (!this.#meanwhile && this.#meetsStrangers()) void this.read()
  }

  // Every fold ignores the events of the others.
  #fold(event: RecordedEvent<AnyEvent>): void {
    this.concerns = evolveConcerns(this.concerns, event as RecordedEvent<ConcernEvent>)
    this.dueChanges = evolveDueChanges(this.dueChanges, event as RecordedEvent<CommitmentEvent>)
    this.commitments = evolveCommitments(this.commitments, event as RecordedEvent<CommitmentEvent>)
  }

  /** True where a promise names a concern or an evening that was never read; each is asked for once. */
  #meetsStrangers(): boolean {
    const named = this.commitments.flatMap(({ concernId, meetingId }) => [concernId, meetingId])
    const known = new Set([...this.concerns, ...this.meetings].map(({ id }) => id))
    const strangers = named.filter((id) => id !== null && !known.has(id) && !this.#asked.has(id))
    for (const id of strangers) if (id !== null) this.#asked.add(id)
    return strangers.length > 0
  }

  /** Where nobody tells us what became of it, the ledger is read anew. */
  async send<Name extends CommandName>(
    name: Name,
    body: CommandFields<Name>,
    commandId?: string,
  ): Promise<Answer<Receipt>> {
    const answer = await sendAt(this.placeId)(name, body, commandId)
    if (answer.kind === 'told' && this.live.state !== 'live') await this.read()
    return answer
  }
}
