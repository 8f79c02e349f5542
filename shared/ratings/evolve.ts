import type { RecordedEvent } from '../kernel/event.ts'
import { withItem } from '../kernel/list.ts'
import type { Rating, RatingEvent } from './rating.ts'

/** Ratings after one more event; hearing it twice changes nothing. */
export const evolveRatings = (
  list: readonly Rating[],
  event: RecordedEvent<RatingEvent>,
): readonly Rating[] => (event.type === 'outcome-rated' ? withItem(list, ratingIn(event)) : list)

export function ratingIn({ data, words, actorId, recordedAt }: RecordedEvent<RatingEvent>): Rating {
  const { ratingId: id, on: ratedOn, ...same } = data
  const { word = null, witness = null, tellers = [] } = words
  return { ...same, id, ratedOn, ratedAt: recordedAt, ratedById: actorId || null, word, witness, tellers }
}
