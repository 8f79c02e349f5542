import type { RecordedEvent } from '../kernel/event.ts'
import { withChange, withItem } from '../kernel/list.ts'
import type { Rating, RatingEvent } from './rating.ts'

/** Ratings after one more event; hearing it twice changes nothing. */
export function evolveRatings(list: readonly Rating[], event: RecordedEvent<RatingEvent>): readonly Rating[] {
  switch (event.type) {
    case 'outcome-rated':
      return withItem(list, ratingIn(event))
    case 'rating-changed':
      return withChange(list, event.data.ratingId, (one) => ({ ...one, ...changeOfRating(event) }))
    default:
      event satisfies Of<'hands-noted'>
      return list
  }
}

type Of<Type extends RatingEvent['type']> = RecordedEvent<Extract<RatingEvent, { type: Type }>>

export const changeOfRating = ({ data: { done, satisfied }, words }: Of<'rating-changed'>) => ({
  done,
  satisfied,
  word: words.word ?? null,
})

export function ratingIn({ data, words, actorId, recordedAt }: Of<'outcome-rated'>): Rating {
  const { ratingId: id, on: ratedOn, countedAtId = null, discussedAtId: _, ...same } = data
  const { word = null, witness = null, tellers = [] } = words
  const rated = { ratedOn, ratedAt: recordedAt, ratedById: actorId || null }
  return { ...same, id, countedAtId, ...rated, word, witness, tellers }
}
