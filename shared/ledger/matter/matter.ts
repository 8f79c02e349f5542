import type { Commitment, CommitmentEvent, DueChange, Progress } from '../../commitments/commitment.ts'
import type { Concern, ConcernEvent } from '../../concerns/concern.ts'
import { HANDING_TYPES, type Custody, type CustodyEvent, type CustodyStep } from '../../custody/custody.ts'
import type { Day } from '../../kernel/day.ts'
import type { RecordedEvent, Role } from '../../kernel/event.ts'
import type { CommitmentId, PlaceId } from '../../kernel/id.ts'
import type { Meeting } from '../../meetings/meeting.ts'
import type { Place } from '../../places/place.ts'
import type { RatingEvent } from '../../ratings/rating.ts'

export type MatterEvent =
  ConcernEvent | CommitmentEvent | CustodyEvent | Exclude<RatingEvent, { type: 'hands-noted' }>

/** One matter from the first sentence on, as this viewer may know it. */
export interface MatterView {
  readonly asOf: number
  readonly today: Day
  /** Where everybody reads of it; null while it is not public. */
  readonly publicPath: string | null
  /** Where it was raised, and whose journal tells of it. */
  readonly place: Place
  /** What the viewer may do there. */
  readonly roles: readonly Role[]
  readonly concern: Concern | null
  /** What was promised for it, the first one first. */
  readonly commitments: readonly Commitment[]
  readonly dueChanges: readonly DueChange[]
  readonly progress: readonly Progress[]
  readonly meetings: readonly Pick<Meeting, 'id' | 'title' | 'onDay' | 'phase' | 'isFrozen'>[]
  /** From which day on the level above orders each promise that runs. */
  readonly orderFrom: readonly { readonly commitmentId: CommitmentId; readonly on: Day }[]
  readonly custody: Custody | null
  readonly steps: readonly CustodyStep[]
  /** Its grid if it has one, its place and what that stands in, the lowest first. */
  readonly ladder: readonly Place[]
  /** For which of these the viewer answers. */
  readonly actsFor: readonly PlaceId[]
  /** Promises of somebody above the place: theirs to report, though staff of the place may who were told. */
  readonly ownedAbove: readonly CommitmentId[]
  /** Everything that happened to it, in order; nobody's name stands on a rating. */
  readonly events: readonly RecordedEvent<MatterEvent>[]
}

/** The kinds of event that a story is told from. */
export const STORY_TYPES: readonly MatterEvent['type'][] = [
  'concern-raised',
  'concern-recorded',
  'concern-described',
  'concern-reworded',
  'concern-answered',
  'concern-referred',
  'concern-put-to-assembly',
  'concern-declined',
  'concern-promised',
  'outcome-taken-back',
  'concern-withdrawn',
  'concern-merged',
  'merge-taken-back',
  'concern-marked-for-next',
  'voice-added',
  'slip-handed-out',
  'concern-rated',
  'concern-reopened',
  'concern-escalated',
  'concern-put-on-agenda',
  'concern-closed',
  'commitment-recorded',
  'commitment-amended',
  'commitment-read-back',
  'commitment-confirmed',
  'confirmation-taken-back',
  'commitment-dropped',
  'commitment-put-off',
  'commitment-restored',
  'owner-linked',
  'extension-asked',
  'extension-refused',
  'due-day-moved',
  'due-day-recounted',
  'part-reported',
  'evidence-added',
  'photo-removed',
  'commitment-ordered',
  'commitment-supervised',
  'commitment-done',
  'report-taken-back',
  'commitment-became-overdue',
  'commitment-rated',
  'commitment-joined',
  'commitment-reopened',
  'commitment-settled',
  ...HANDING_TYPES,
  'unit-summoned',
  'unit-came',
  'outcome-rated',
  'rating-changed',
]

/** Whether an event tells of one of these matters or promises. */
export function isAbout(event: RecordedEvent, ids: ReadonlySet<string>): boolean {
  if (!(STORY_TYPES as readonly string[]).includes(event.type)) return false
  const { concernId, commitmentId, intoId } = event.data as Partial<Record<string, string | null>>
  return [concernId, commitmentId, intoId].some((id) => typeof id === 'string' && ids.has(id))
}
