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
import type { AnyEvent } from '../../shared/protocol/down.ts'
import { evolveSteps, type UndoableStep } from '../../shared/protocol/undo.ts'
import type { MeetingSnapshot } from '../../shared/protocol/room.ts'
import { read } from '../sync/read.ts'
import { clock } from '../sync/clock.svelte.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import { Live, type ClientKind } from '../sync/live/live.svelte.ts'
import { preloaded } from '../sync/live/preloaded.ts'
import { dayAt, timeAt } from '../sync/time.ts'

export interface Seat {
  readonly placeId: string
  readonly meetingId: string
  readonly as: ClientKind
  readonly onMinutes?: (frame: MinutesFrame) => void
}

/** One evening as this screen may see it: read once, then kept up by what is heard. */
export class MeetingStore extends LiveQuery<MeetingSnapshot> {
  declare readonly live: Live
  readonly seat: Seat

  constructor(seat: Seat) {
    const { placeId, meetingId, as, onMinutes } = seat
    // Raised here, discussed here, or put together with what was.
    const isOurs = ({ data }: Pick<RecordedEvent<AnyEvent>, 'data'>): boolean =>
      Object.values(data).includes(meetingId)
    super({
      read: () => read('/api/places/:placeId/meetings/:meetingId/room', { placeId, meetingId, as }),
      told: preloaded(`/api/places/${placeId}/meetings/${meetingId}/room?as=${as}`),
      live: new Live({ placeId, meetingId, as, onMinutes }),
      fold: (view, event) => (isOurs(event) ? fold(view, event) : view),
      // An item may bring a matter of elsewhere, which goes with it.
      isNews: (event) =>
        isOurs(event) &&
        (changesCode(event) ||
          event.type === 'agenda-item-dropped' ||
          (event.type === 'agenda-item-added' && !!event.data.concernId)),
    })
    this.seat = seat
  }

  get place(): Place | null {
    return this.view?.place ?? null
  }

  get meeting(): Meeting | null {
    return this.view?.meeting ?? null
  }

  get agenda(): readonly AgendaItem[] {
    return this.view?.agenda ?? []
  }

  /** Promises of before that it looks at. */
  get promises(): readonly AgendaPromise[] {
    return this.view?.promises ?? []
  }

  get comments(): readonly Comment[] {
    return this.view?.comments ?? []
  }

  get concerns(): readonly Concern[] {
    return this.view?.concerns ?? []
  }

  get commitments(): readonly Commitment[] {
    return this.view?.commitments ?? []
  }

  get signatures(): readonly Signature[] {
    return this.view?.signatures ?? []
  }

  /** What Z takes back, the last one last. */
  get steps(): readonly UndoableStep[] {
    return this.view?.steps ?? []
  }

  get currentItem(): AgendaItem | undefined {
    return this.agenda.find(({ id }) => id === this.meeting?.currentAgendaItemId)
  }

  /** The day it is at the place now, also after midnight. */
  get today(): Day {
    return dayAt(clock.now, this.timeZone)
  }

  /** 19:41: the picture is as it was then. */
  get heardAt(): string {
    return timeAt(this.live.heardAtMs, this.timeZone)
  }

  private get timeZone(): string {
    return this.place?.timeZone ?? TIME_ZONE_DEFAULT
  }
}

// Every fold ignores the events of the others.
const fold = (view: MeetingSnapshot, event: RecordedEvent<AnyEvent>): MeetingSnapshot => ({
  ...view,
  meeting: evolveMeeting(view.meeting, event as RecordedEvent<MeetingEvent>)!,
  agenda: evolveAgenda(view.agenda, event as RecordedEvent<MeetingEvent>),
  promises: evolveAgendaPromises(view.promises, event as RecordedEvent<MeetingEvent>),
  comments: evolveComments(view.comments, event as RecordedEvent<CommentEvent>),
  concerns: evolveConcerns(view.concerns, event as RecordedEvent<ConcernEvent>),
  commitments: evolveCommitments(view.commitments, event as RecordedEvent<CommitmentEvent>),
  signatures: evolveSignatures(view.signatures, event as RecordedEvent<MinutesEvent>),
  steps: evolveSteps(view.steps, event),
})
