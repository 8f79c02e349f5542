import { changeOfRating, ratingIn } from '../../shared/ratings/evolve.ts'
import type { RatingEvent } from '../../shared/ratings/rating.ts'
import type { Projections } from '../journal/handler.ts'

export const projectRatings: Projections<RatingEvent> = {
  'outcome-rated': (work, event) => {
    const { hands, tellers, ...same } = ratingIn(event)
    return work
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
