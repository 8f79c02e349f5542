import type { Commitment } from '../../shared/commitments/commitment.ts'
import type { ActorId, ConcernId, PlaceId, RatingId } from '../../shared/kernel/id.ts'
import type { Viewer } from '../../shared/kernel/event.ts'
import { MAX_AGENDA_ITEMS } from '../../shared/meetings/meeting.ts'
import { ratingFor } from '../../shared/ratings/present.ts'
import type { HandsUnderWay, Rating } from '../../shared/ratings/rating.ts'
import { agendaOf, meetingsOf } from '../meetings/queries.ts'
import type { Reader } from '../storage/database.ts'
import type { RatingRow } from '../storage/tables/ratings.ts'

const ratingIn = ({ placeId: _, hands, tellers, ...same }: RatingRow): Rating => ({
  ...same,
  hands: hands === null ? null : JSON.parse(hands),
  tellers: JSON.parse(tellers),
})

/** Every rating of one promise, or of one matter's own outcomes; for rules. */
export async function ratingsOfSubject(
  reader: Reader,
  placeId: PlaceId,
  concernId: ConcernId | null,
  commitmentId: Commitment['id'] | null,
): Promise<readonly Rating[]> {
  const all = reader.selectFrom('ratings').selectAll().where('placeId', '=', placeId)
  const rows = await (
    commitmentId === null
      ? all.where('concernId', '=', concernId)
      : all.where('commitmentId', '=', commitmentId)
  ).execute()
  return rows.map(ratingIn)
}

export async function findRating(
  reader: Reader,
  placeId: PlaceId,
  ratingId: RatingId,
): Promise<Rating | null> {
  const row = await reader
    .selectFrom('ratings')
    .selectAll()
    .where('id', '=', ratingId)
    .where('placeId', '=', placeId)
    .executeTakeFirst()
  return row ? ratingIn(row) : null
}

export async function isRatingTaken(reader: Reader, ratingId: RatingId): Promise<boolean> {
  const row = await reader.selectFrom('ratings').select('id').where('id', '=', ratingId).executeTakeFirst()
  return row !== undefined
}

/** What everybody said of a matter and of these promises, the last at the end; for rules. */
export async function ratingsAbout(
  reader: Reader,
  placeId: PlaceId,
  concernId: ConcernId,
  commitmentIds: readonly Commitment['id'][],
): Promise<readonly Rating[]> {
  const rows = await reader
    .selectFrom('ratings')
    .selectAll()
    .where('placeId', '=', placeId)
    .where((row) =>
      commitmentIds.length === 0
        ? row('concernId', '=', concernId)
        : row.or([row('concernId', '=', concernId), row('commitmentId', 'in', [...commitmentIds])]),
    )
    .orderBy('round')
    .orderBy('ratedAt')
    .execute()
  return rows.map(ratingIn)
}

/** All ratings of a place as this viewer may see them, the first one first. */
export async function ratingsFor(
  reader: Reader,
  placeId: PlaceId,
  viewer: Viewer,
): Promise<readonly Rating[]> {
  const ratings = await ratingsOfPlace(reader, placeId)
  return ratings.map((one) => ratingFor(one, viewer)).filter((one) => one !== null)
}

/** Every rating of a place with everything that is known of it, the first one first; for rules. */
export async function ratingsOfPlace(reader: Reader, placeId: PlaceId): Promise<readonly Rating[]> {
  const rows = await reader
    .selectFrom('ratings')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('ratedAt')
    .orderBy('round')
    .orderBy('id')
    .execute()
  return rows.map(ratingIn)
}

/** The next planned meeting with room on its agenda. */
export async function nextPlannedMeeting(
  reader: Reader,
  placeId: PlaceId,
  gap: number,
): Promise<{ id: string; position: number } | null> {
  const planned = (await meetingsOf(reader, placeId)).filter(({ phase }) => phase === 'planned').reverse()
  for (const { id } of planned) {
    const agenda = await agendaOf(reader, id)
    if (agenda.length < MAX_AGENDA_ITEMS) return { id, position: (agenda.at(-1)?.position ?? 0) + gap }
  }
  return null
}

/** Hands that one evening is counting, by the promise that they are for. */
export async function handCountsOf(
  reader: Reader,
  meetingId: string,
): Promise<ReadonlyMap<string, HandsUnderWay>> {
  const rows = await reader
    .selectFrom('handCounts')
    .select(['commitmentId', 'hands'])
    .where('meetingId', '=', meetingId)
    .execute()
  return new Map(rows.map(({ commitmentId, hands }) => [commitmentId, JSON.parse(hands)]))
}

/** Matters that somebody who acts under this id asked for, through their own or one put together with it. */
export async function concernsAskedBy(
  reader: Reader,
  placeId: PlaceId,
  actorId: ActorId,
): Promise<readonly ConcernId[]> {
  const rows = await reader
    .selectFrom('concerns')
    .select(['id', 'mergedIntoId'])
    .where('placeId', '=', placeId)
    .where('raisedById', '=', actorId)
    .execute()
  return [...new Set(rows.map(({ id, mergedIntoId }) => mergedIntoId ?? id))]
}
