import { command } from '../kernel/contract.ts'
import { ChangeRating, CountHands, NoteHands, NoteRating, RateOutcome } from './schema.ts'

/** What one may ask of ratings. */
export const ratingCommands = [
  command('rate-outcome', RateOutcome),
  command('change-rating', ChangeRating),
  command('note-rating', NoteRating),
  command('note-hands', NoteHands),
  command('count-hands', CountHands),
] as const
