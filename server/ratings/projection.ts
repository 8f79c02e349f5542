import { changeOfRating, ratingIn } from '../../shared/ratings/evolve.ts'
import type { CommitmentId, PlaceId } from '../../shared/kernel/id.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { CountEndingEvent } from '../../shared/ratings/hand-counts.ts'
import { isLeft, type RatingEvent } from '../../shared/ratings/rating.ts'
import type { DerivedWrites, Following, Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'

/** Hands that are counted for a promise, by whichever evening. */
const countsOf = (work: Work, placeId: PlaceId, commitmentId: CommitmentId) =>
  work.deleteFrom('handCounts').where('placeId', '=', placeId).where('commitmentId', '=', commitmentId)

export const projectRatings: Projections<RatingEvent> = {
  'hands-noted': async (work, { placeId, data }) => {
    const { meetingId, commitmentId, done, satisfied } = data
    await countsOf(work, placeId, commitmentId).where('meetingId', '=', meetingId).execute()
    if (isLeft(data)) return
    const hands = JSON.stringify({ done, satisfied })
    await work.insertInto('handCounts').values({ meetingId, commitmentId, placeId, hands }).execute()
  },
  'outcome-rated': async (work, event) => {
    const { commitmentId } = event.data
    if (commitmentId !== null) await countsOf(work, event.placeId, commitmentId).execute()
    const { hands, tellers, ...same } = ratingIn(event)
    await work
      .insertInto('ratings')
      .values({
        ...same,
        placeId: event.placeId,
        hands: hands && JSON.stringify(hands),
        tellers: JSON.stringify(tellers),
      })
      .execute()
  },
  'rating-changed': (work, event) =>
    work
      .updateTable('ratings')
      .set(changeOfRating(event))
      .where('id', '=', event.data.ratingId)
      .where('placeId', '=', event.placeId)
      .execute(),
}

export const endCountsOfEvening: DerivedWrites<CountEndingEvent> = {
  'wall-turned': endCounts,
  'meeting-closed': endCounts,
}

function endCounts({ data: { meetingId } }: RecordedEvent<CountEndingEvent>): Following {
  return {
    key: `handCounts:${meetingId}`,
    write: (work) => work.deleteFrom('handCounts').where('meetingId', '=', meetingId).execute(),
  }
}
