import type { ReviewedPromise, ReviewView, WaitingView } from '../../shared/agenda/review.ts'
import { waitingForAgenda, waitingPromises, type Waiting } from '../../shared/agenda/waiting.ts'
import type { Commitment } from '../../shared/commitments/commitment.ts'
import { commitmentFor } from '../../shared/commitments/present.ts'
import type { Photo } from '../../shared/commitments/photo.ts'
import type { Concern } from '../../shared/concerns/concern.ts'
import { concernFor } from '../../shared/concerns/present.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { publicViewer, type Viewer } from '../../shared/kernel/event.ts'
import type { CommitmentId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { Meeting } from '../../shared/meetings/meeting.ts'
import { ratingFor } from '../../shared/ratings/present.ts'
import type { Rating } from '../../shared/ratings/rating.ts'
import { commitmentsByIds, commitmentsIn, photosOf } from '../commitments/queries.ts'
import { concernsByIds, concernsIn } from '../concerns/queries.ts'
import { custodiesOf } from '../custody/queries.ts'
import { headOf } from '../journal/read.ts'
import { agendaOf, agendaPromisesOf, meetingsOf } from '../meetings/queries.ts'
import { concernsAskedBy, handCountsOf, ratingsOfPlace } from '../ratings/queries.ts'
import type { Reader } from '../storage/database.ts'

const REVIEWABLE = ['open', 'done', 'rated'] as const

/** Promises of a place that an evening may look at. */
export async function reviewablePromises(reader: Reader, placeId: PlaceId): Promise<readonly CommitmentId[]> {
  return (await commitmentsIn(reader, placeId, REVIEWABLE)).map(({ id }) => id)
}

interface Days {
  readonly today: Day
  readonly onDay: Day
}

/** What waits for the next agenda of a place; for the staff. */
export async function waitingOf(
  reader: Reader,
  placeId: PlaceId,
  { today, onDay }: Days,
  viewer: Viewer = publicViewer(placeId),
): Promise<WaitingView> {
  const meetings = await meetingsOf(reader, placeId)
  const last = lastOf(meetings)
  const custodies = await custodiesOf(reader, placeId)
  const commitments = await commitmentsIn(reader, placeId, REVIEWABLE)
  const waiting = waitingForAgenda({
    placeId,
    today,
    onDay: onDay < today ? today : onDay,
    commitments,
    concerns: namedFor(viewer, await concernsIn(reader, placeId)),
    ratings: await ratingsOfPlace(reader, placeId),
    photos: countPhotos(await photosOf(reader, placeId)),
    holders: new Map(custodies.map(({ id, holderId }) => [id, holderId])),
    last: last && { meeting: last, agenda: await agendaOf(reader, last.id) },
  })
  return {
    asOf: await headOf(reader, placeId),
    today,
    last: last && { id: last.id, title: last.title, onDay: last.onDay },
    waiting,
    usual: usualOf(meetings),
    isAnythingPromised: commitments.length > 0,
    notYetDue: notYetDueAmong(commitments, waiting),
  }
}

/** What is promised and not looked at yet, so that nobody wonders where it went. */
function notYetDueAmong(
  commitments: readonly Commitment[],
  waiting: readonly Waiting[],
): WaitingView['notYetDue'] {
  const listed = new Set(waiting.map(({ commitmentId }) => commitmentId))
  const days = commitments.flatMap(({ id, state, dueOn }) =>
    state === 'open' && !listed.has(id) ? [dueOn] : [],
  )
  return { count: days.length, firstOn: days.sort()[0] ?? null }
}

/** All of them, each with the name of whoever raised it as this viewer may know it. */
const namedFor = (viewer: Viewer, concerns: readonly Concern[]): readonly Concern[] =>
  concerns.map((one) => ({ ...one, raisedBy: concernFor(one, viewer)?.raisedBy ?? null }))

/** The promises that the next evening looks at where its plan does not say. */
export async function waitingPromisesOf(
  reader: Reader,
  placeId: PlaceId,
  days: Days,
): Promise<readonly CommitmentId[]> {
  const { waiting } = await waitingOf(reader, placeId, days)
  return waitingPromises(waiting)
}

/** The latest day comes first, planned or over. */
const usualOf = (meetings: readonly Meeting[]): WaitingView['usual'] => ({
  beginsAt: meetings.find(({ beginsAt }) => beginsAt !== null)?.beginsAt ?? null,
  venue: meetings.find(({ venue }) => venue !== null)?.venue ?? null,
})

const lastOf = (meetings: readonly Meeting[]): Meeting | null =>
  meetings
    .filter(({ phase }) => phase === 'closed' || phase === 'signed')
    .sort((one, other) => ((other.closedAt ?? '') < (one.closedAt ?? '') ? -1 : 1))[0] ?? null

function countPhotos(photos: readonly Photo[]): ReadonlyMap<CommitmentId, number> {
  const counts = new Map<CommitmentId, number>()
  for (const { commitmentId, isRemoved } of photos)
    if (!isRemoved) counts.set(commitmentId, (counts.get(commitmentId) ?? 0) + 1)
  return counts
}

/** What one evening looks at, as this viewer may know it. */
export async function reviewOf(
  reader: Reader,
  placeId: PlaceId,
  meetingId: MeetingId,
  whoever: Viewer,
): Promise<ReviewView['promises']> {
  const listed = await agendaPromisesOf(reader, meetingId)
  if (listed.length === 0) return []
  // Promises of earlier evenings are looked at on this one.
  const viewer = { ...whoever, lookingAt: null }
  const ids = listed.map(({ commitmentId }) => commitmentId)
  const commitments = (await commitmentsByIds(reader, ids)).map(({ commitment }) => commitment)
  const concerns = await concernsByIds(
    reader,
    commitments.flatMap(({ concernId }) => concernId ?? []),
  )
  const photos = await photosOf(reader, placeId)
  const ratings = await ratingsOfPlace(reader, placeId)
  const counts = await handCountsOf(reader, meetingId)
  const own = viewer.id === '' ? [] : await concernsAskedBy(reader, placeId, viewer.id)
  return ids.flatMap((id): ReviewedPromise[] => {
    const whole = commitments.find((one) => one.id === id)
    const commitment = whole && commitmentFor(whole, viewer)
    if (!commitment) return []
    const concern = concerns.find((one) => one.id === commitment.concernId)
    return [
      {
        commitment,
        concern: concern ? concernFor(concern, viewer) : null,
        photos: photos.filter((photo) => photo.commitmentId === id && !photo.isRemoved),
        rating: lastRating(ratings, id, meetingId, viewer),
        counting: counts.get(id) ?? null,
        isOwn: concern !== undefined && own.includes(concern.id),
      },
    ]
  })
}

/** What this evening said, else what was said last. */
function lastRating(
  ratings: readonly Rating[],
  id: CommitmentId,
  meetingId: MeetingId,
  viewer: Viewer,
): Rating | null {
  const own = ratings.filter(({ commitmentId }) => commitmentId === id)
  const last = own.findLast(({ countedAtId }) => countedAtId === meetingId) ?? own.at(-1)
  return last ? ratingFor(last, viewer) : null
}
