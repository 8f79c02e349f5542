import { command } from '../kernel/contract.ts'
import { ChangeRating, CountHands, NoteRating, RateOutcome } from './schema.ts'

/** What one may ask of ratings. */
export const ratingCommands = [
  command('rate-outcome', RateOutcome),
  command('change-rating', ChangeRating),
  command('note-rating', NoteRating),
  command('count-hands', CountHands),
] as const
