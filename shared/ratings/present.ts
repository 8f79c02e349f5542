import { hourOf } from '../kernel/rounding.ts'
import { isAboutThem } from '../kernel/recusal.ts'
import { isSelf, isStaff, type RecordedEvent, type Viewer } from '../kernel/event.ts'
import { eventFor, type EventFields, type Told } from '../permissions/events.ts'
import { fieldsOf, mayKnow, visibleTo } from '../permissions/fields.ts'
import type { Facts } from '../permissions/permission.ts'
import type { Rating, RatingEvent } from './rating.ts'

const FIELDS = fieldsOf<Rating>()(
  [
    'id',
    'concernId',
    'commitmentId',
    'meetingId',
    'countedAtId',
    'channel',
    'done',
    'satisfied',
    'hands',
    'round',
    'ratedOn',
    'ratedAt',
  ],
  {
    ratedById: ['rating.rater', null],
    word: ['rating.word', null],
    witness: ['rating.witness', null],
    tellers: ['rating.witness', []],
  },
)

const EVENT_FIELDS = fieldsOf<EventFields<RatingEvent>>()(
  [
    'ratingId',
    'concernId',
    'commitmentId',
    'meetingId',
    'countedAtId',
    'discussedAtId',
    'channel',
    'done',
    'satisfied',
    'hands',
    'round',
    'on',
  ],
  {
    actorId: ['rating.rater', ''],
    word: ['rating.word', null],
    witness: ['rating.witness', null],
    tellers: ['rating.witness', []],
  },
)

const TOLD: Told<RatingEvent> = {
  'outcome-rated': 'everybody',
  'rating-changed': 'everybody',
  'hands-noted': 'everybody',
}

/** What this viewer may know of a rating: its two answers are public, who gave it and in which words is not. */
export function ratingFor(rating: Rating, viewer: Viewer): Rating | null {
  if (isElsewhere(rating, viewer)) return null
  const facts = factsOf(rating.ratedById, rating, rating.word, viewer)
  const known = visibleTo(rating, FIELDS, viewer, facts)
  return mayKnow('rating.time', viewer, facts) ? known : { ...known, ratedAt: hourOf(known.ratedAt) }
}

export function presentRating(
  event: RecordedEvent<RatingEvent>,
  viewer: Viewer,
): RecordedEvent<RatingEvent> | null {
  if (isElsewhere(event.data, viewer)) return null
  const word = 'word' in event.words ? event.words.word : null
  const facts = factsOf(event.actorId, event.data, word, viewer)
  const known = eventFor(event, TOLD, EVENT_FIELDS, viewer, facts)
  if (!known || mayKnow('rating.time', viewer, facts)) return known
  return { ...known, recordedAt: hourOf(known.recordedAt) }
}

function factsOf(
  ratedById: string | null,
  subject: { readonly concernId?: string | null; readonly commitmentId: string | null },
  word: string | null,
  viewer: Viewer,
): Facts {
  if (isSelf(viewer, ratedById)) return { are: ['rater'] }
  const isTheirs = isAboutThem(viewer.recusal, [subject.concernId, subject.commitmentId], word ?? '')
  return { are: isTheirs ? ['subject'] : [] }
}

interface Where {
  readonly meetingId: string | null
  readonly countedAtId?: string | null
  readonly discussedAtId?: string
}

// A desk reviews promises of earlier evenings.
const isElsewhere = ({ meetingId, countedAtId, discussedAtId }: Where, viewer: Viewer): boolean =>
  viewer.lookingAt !== null &&
  !isStaff(viewer) &&
  viewer.lookingAt !== meetingId &&
  viewer.lookingAt !== countedAtId &&
  viewer.lookingAt !== discussedAtId
