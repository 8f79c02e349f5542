import { AnyQuery, AtPlace } from '../kernel/schema.ts'
import { RatingsViewAnswer } from './answers.ts'
import { command, read } from '../kernel/contract.ts'
import { ChangeRating, CountHands, NoteHands, NoteRating, RateOutcome } from './schema.ts'

/** What one may ask of ratings. */
export const ratingCommands = [
  command('rate-outcome', RateOutcome),
  command('change-rating', ChangeRating),
  command('note-rating', NoteRating),
  command('note-hands', NoteHands),
  command('count-hands', CountHands),
] as const

/** What one may read about what was judged. */
export const ratingReads = [
  read('/api/places/:placeId/ratings', {
    summary: 'Ratings of a place, what waits for one, and the matters of whoever asks',
    params: AtPlace,
    query: AnyQuery,
    answer: RatingsViewAnswer,
  }),
] as const
