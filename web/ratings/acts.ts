import type { ChangeRating, CountHands, NoteRating, RateOutcome } from '../../shared/ratings/schema.ts'
import type { RatingsView } from '../../shared/ratings/rating.ts'
import type { Receipt } from '../../shared/protocol/room.ts'
import type { Answer } from '../sync/ask.ts'
import { read } from '../sync/read.ts'
import { send } from '../sync/send.ts'

type Told = Promise<Answer<Receipt>>

export const rateOutcome = (command: RateOutcome): Told => send('rate-outcome', command)
export const changeRating = (command: ChangeRating): Told => send('change-rating', command)
export const noteRating = (command: NoteRating): Told => send('note-rating', command)
export const countHands = (command: CountHands): Told => send('count-hands', command)

/** Ratings of a place, what waits for one, and the matters of whoever asks. */
export const readRatings = (placeId: string): Promise<Answer<RatingsView>> =>
  read('/api/places/:placeId/ratings', { placeId })
