import type { RecordedEvent } from '../kernel/event.ts'
import type { PlaceEvent } from '../places/place.ts'
import type { CalendarEvent } from '../calendar/calendar.ts'
import type { CatalogueEvent } from '../catalogue/catalogue.ts'
import type { PartnerEvent } from '../people/partner.ts'
import type { PersonEvent } from '../people/person.ts'
import type { MeetingEvent } from '../meetings/meeting.ts'
import type { CommentEvent } from '../comments/comment.ts'
import type { ConcernEvent } from '../concerns/concern.ts'
import type { CommitmentEvent } from '../commitments/commitment.ts'
import type { CustodyEvent } from '../custody/custody.ts'
import type { NoticeEvent } from '../notices/notice.ts'
import type { RobotEvent } from '../notices/robot.ts'
import type { RatingEvent } from '../ratings/rating.ts'
import type { VisitEvent } from '../visits/visit.ts'
import type { CountersignEvent } from '../ledger/month/countersign.ts'
import type { MinutesEvent, MinutesFrame } from '../minutes/minutes.ts'

/** A listener that has heard nothing for `STALE_AFTER_MS` says so; the server speaks at least every `HEARTBEAT_MS`. */
export const HEARTBEAT_MS = 2_000
export const STALE_AFTER_MS = 5_000

export type AnyEvent =
  | PlaceEvent
  | CalendarEvent
  | PersonEvent
  | PartnerEvent
  | CatalogueEvent
  | MeetingEvent
  | CommentEvent
  | ConcernEvent
  | CommitmentEvent
  | CustodyEvent
  | RatingEvent
  | NoticeEvent
  | RobotEvent
  | VisitEvent
  | MinutesEvent
  | CountersignEvent

/** Everything committed after the listener's cursor that this viewer may know; the cursor moves to `upTo` in any case. */
export interface EventsFrame {
  readonly kind: 'events'
  readonly events: readonly RecordedEvent<AnyEvent>[]
  readonly upTo: number
}

/** How many phones listen; also the heartbeat. */
export interface HereFrame {
  readonly kind: 'here'
  readonly phones: number
}

/** The first frame: which history the listener hears, to be said with the cursor when it comes back. */
export interface EpochFrame {
  readonly kind: 'epoch'
  readonly epoch: string
  /** What the server speaks. */
  readonly protocol: number
}

/** The listener has heard what is not in this history: the server was brought back from an older copy; read everything anew. */
export interface RestoredFrame {
  readonly kind: 'restored'
  readonly epoch: string
  readonly head: number
}

/** Whoever is logged out hears nothing any more; whoever is not who they were may come back and is told what they may know now. */
export const CLOSE_WHEN = { ended: 4401, changed: 4410 } as const
/** After a `restored` frame the server hangs up. */
export const CLOSE_RESTORED = 4409

export type DownFrame = EventsFrame | MinutesFrame | HereFrame | EpochFrame | RestoredFrame
