import { ratingCommands, ratingReads } from '../../shared/ratings/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import { presentRating } from '../../shared/ratings/present.ts'
import type { RatingEvent } from '../../shared/ratings/rating.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import { changeRating, countHands, noteHands, noteRating, rateOutcome } from './commands.ts'
import { endCountsOfEvening, projectRatings } from './projection.ts'
import { readRatings } from './reads.ts'

export const ratings: Feature = {
  handlers: handlersOf(ratingCommands, {
    'rate-outcome': rateOutcome,
    'change-rating': changeRating,
    'note-rating': noteRating,
    'note-hands': noteHands,
    'count-hands': countHands,
  }),
  projections: projectRatings,
  derivedWrites: endCountsOfEvening,
  present: presentRating,
  subjectsOf: (event: RecordedEvent<RatingEvent>) => (event.actorId === '' ? [] : [event.actorId]),
  reads: readsOf(ratingReads, {
    '/api/places/:placeId/ratings': readRatings,
  }),
}
