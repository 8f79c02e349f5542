import type { RecordedEvent } from '../kernel/event.ts'
import type { PlaceEvent } from '../places/place.ts'
import type { PersonEvent } from '../people/person.ts'
import type { MeetingEvent } from '../meetings/meeting.ts'
import type { CommentEvent } from '../comments/comment.ts'
import type { ConcernEvent } from '../concerns/concern.ts'
import type { CommitmentEvent } from '../commitments/commitment.ts'
import type { MinutesEvent, MinutesFrame } from '../minutes/minutes.ts'

export const PROTOCOL_VERSION = 1
/** A listener that has heard nothing for `STALE_AFTER_MS` says so; the server speaks at least every `HEARTBEAT_MS`. */
export const HEARTBEAT_MS = 2_000
export const STALE_AFTER_MS = 5_000

export type AnyEvent =
  PlaceEvent | PersonEvent | MeetingEvent | CommentEvent | ConcernEvent | CommitmentEvent | MinutesEvent

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

export type DownFrame = EventsFrame | MinutesFrame | HereFrame
