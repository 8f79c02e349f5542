import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Day } from '../../shared/kernel/day.ts'
import type { AgendaItem, AgendaPromise, Meeting, MeetingEvent } from '../../shared/meetings/meeting.ts'
import {
  changesCode,
  evolveAgenda,
  evolveAgendaPromises,
  evolveMeeting,
} from '../../shared/meetings/evolve.ts'
import type { Comment, CommentEvent } from '../../shared/comments/comment.ts'
import { evolveComments } from '../../shared/comments/evolve.ts'
import type { Concern, ConcernEvent } from '../../shared/concerns/concern.ts'
import { evolveConcerns } from '../../shared/concerns/evolve.ts'
import type { Commitment, CommitmentEvent } from '../../shared/commitments/commitment.ts'
import { evolveCommitments } from '../../shared/commitments/evolve.ts'
import type { MinutesEvent, MinutesFrame, Signature } from '../../shared/minutes/minutes.ts'
import { evolveSignatures } from '../../shared/minutes/evolve.ts'
import { TIME_ZONE_DEFAULT } from '../../shared/places/place.ts'
import type { Place } from '../../shared/places/place.ts'
import type { AnyEvent, EventsFrame } from '../../shared/protocol/down.ts'
import { evolveSteps, type UndoableStep } from '../../shared/protocol/undo.ts'
import type { MeetingSnapshot as RoomView } from '../../shared/protocol/room.ts'
import type { ToldRefusal } from '../sync/ask.ts'
import { read } from '../sync/read.ts'
import { clock } from '../sync/clock.svelte.ts'
import { Live, type Window } from '../sync/live.svelte.ts'
import { pause, pauseMs } from '../sync/pause.ts'
import { dayAt, timeAt } from '../sync/time.ts'

export interface Seat {
  readonly placeId: string
  readonly meetingId: string
  readonly as: Window
  readonly onMinutes?: (frame: MinutesFrame) => void
  /** Everything that was heard, also of other evenings at the place. */
  readonly onEvents?: (events: readonly RecordedEvent<AnyEvent>[]) => void
}

const DENIALS = [401, 403, 404]

/** One evening as this screen may see it: read once, then kept up by what is heard. */
export class MeetingStore {
  state = $state<'loading' | 'ready' | 'refused' | 'unreachable'>('loading')
  refusal = $state.raw<ToldRefusal | null>(null)
  place = $state.raw<Place | null>(null)
  meeting = $state.raw<Meeting | null>(null)
  agenda = $state.raw<readonly AgendaItem[]>([])
  /** Promises of before that it looks at. */
  promises = $state.raw<readonly AgendaPromise[]>([])
  comments = $state.raw<readonly Comment[]>([])
  concerns = $state.raw<readonly Concern[]>([])
  commitments = $state.raw<readonly Commitment[]>([])
  signatures = $state.raw<readonly Signature[]>([])
  /** What Z takes back, the last one last. */
  steps = $state.raw<readonly UndoableStep[]>([])
  readonly live: Live
  readonly seat: Seat
  #asOf = 0
  #isOpen = false

  constructor(seat: Seat) {
    this.seat = seat
    const { placeId, meetingId, as, onMinutes } = seat
    this.live = new Live({
      placeId,
      meetingId,
      as,
      onMinutes,
      onEvents: (frame) => this.hear(frame),
      refresh: () => this.#refresh(),
      // A wall stands for hours among others' cables: it takes the whole picture anew each time.
      isThorough: as === 'wall',
    })
  }

  get currentItem(): AgendaItem | undefined {
    return this.agenda.find(({ id }) => id === this.meeting?.currentAgendaItemId)
  }

  /** The day it is at the place now, also after midnight. */
  get today(): Day {
    return dayAt(clock.now, this.#timeZone)
  }

  /** What stands on the screen may be old. */
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
    for (let tries = 0; this.#isOpen && !(await this.#read()); tries++) {
      if (this.state === 'refused') return
      await pause(pauseMs(tries))
    }
    if (this.#isOpen) this.live.start(this.#asOf)
  }

  close(): void {
    this.#isOpen = false
    this.live.stop()
  }

  async #read(): Promise<boolean> {
    const { placeId, meetingId, as } = this.seat
    const answer = await read('/api/places/:placeId/meetings/:meetingId/room', { placeId, meetingId, as })
    if (answer.kind === 'told') this.#take(answer.value)
    else if (!this.meeting) this.state = answer.kind
    this.refusal = answer.kind === 'refused' ? answer.refusal : null
    return answer.kind === 'told'
  }

  async #refresh(): Promise<number | null | 'denied'> {
    if (await this.#read()) return this.#asOf
    return DENIALS.includes(this.refusal?.status ?? 0) ? 'denied' : null
  }

  #take(view: RoomView): void {
    this.#asOf = view.asOf
    this.place = view.place
    this.meeting = view.meeting
    this.agenda = view.agenda
    this.promises = view.promises
    this.comments = view.comments
    this.concerns = view.concerns
    this.commitments = view.commitments
    this.signatures = view.signatures
    this.steps = view.steps
    this.state = 'ready'
  }

  /** Folds what was heard; an event that was heard before changes nothing. */
  hear({ events, upTo }: Pick<EventsFrame, 'events' | 'upTo'>): void {
    const news = events.filter((event) => event.seq > this.#asOf && this.#isOurs(event))
    for (const event of news) this.#fold(event)
    this.#asOf = Math.max(this.#asOf, upTo)
    if (news.some(changesCode)) void this.#read()
    this.seat.onEvents?.(events)
  }

  #isOurs({ data }: RecordedEvent<AnyEvent>): boolean {
    return 'meetingId' in data && data.meetingId === this.seat.meetingId
  }

  // Every fold ignores the events of the others.
  #fold(event: RecordedEvent<AnyEvent>): void {
    this.meeting = evolveMeeting(this.meeting, event as RecordedEvent<MeetingEvent>)
    this.agenda = evolveAgenda(this.agenda, event as RecordedEvent<MeetingEvent>)
    this.promises = evolveAgendaPromises(this.promises, event as RecordedEvent<MeetingEvent>)
    this.comments = evolveComments(this.comments, event as RecordedEvent<CommentEvent>)
    this.concerns = evolveConcerns(this.concerns, event as RecordedEvent<ConcernEvent>)
    this.commitments = evolveCommitments(this.commitments, event as RecordedEvent<CommitmentEvent>)
    this.signatures = evolveSignatures(this.signatures, event as RecordedEvent<MinutesEvent>)
    this.steps = evolveSteps(this.steps, event)
  }
}
