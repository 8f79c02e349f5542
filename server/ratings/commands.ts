import type { ActorId } from '../../shared/kernel/id.ts'
import { GAP } from '../../shared/meetings/decide-agenda.ts'
import {
  decideChangeRating,
  decideCountHands,
  decideNoteHands,
  decideNoteRating,
  decideRateOutcome,
  type RatingOutcome,
  type RatingState,
} from '../../shared/ratings/decide.ts'
import type {
  ChangeRating,
  CountHands,
  NoteHands,
  NoteRating,
  RateOutcome,
} from '../../shared/ratings/schema.ts'
import { calendarAt } from '../calendar/queries.ts'
import { findCommitment, promisesFor } from '../commitments/queries.ts'
import { findConcern, isConcernTaken, nextConcernNo, voicesOf } from '../concerns/queries.ts'
import { findCustody, ladderOf } from '../custody/queries.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { findDiscussing, findMeeting, findReviewing } from '../meetings/queries.ts'
import { claimantsOf } from '../people/queries.ts'
import type { Work } from '../storage/database.ts'
import { findRating, isRatingTaken, nextPlannedMeeting, ratingsOfSubject } from './queries.ts'

type AboutSubject = PlaceCommand &
  Pick<RateOutcome, 'ratingId' | 'concernId' | 'commitmentId'> & { readonly meetingId?: string }
type RatingCommandHandler<Command extends AboutSubject> = CommandHandler<Command, RatingState, RatingOutcome>

async function load(work: Work, command: AboutSubject): Promise<RatingState> {
  const { placeId, ratingId, commitmentId, meetingId } = command
  const commitment = commitmentId === null ? null : await findCommitment(work, placeId, commitmentId)
  const concernId = command.concernId ?? commitment?.concernId ?? null
  const concern = concernId === null ? null : await findConcern(work, placeId, concernId)
  const voices: readonly ActorId[] = concern ? await voicesOf(work, placeId, concern.id) : []
  const promises = concern ? await promisesFor(work, placeId, concern.id) : []
  return {
    placeId,
    concern,
    commitment,
    others: promises.filter(({ id }) => id !== commitmentId),
    discussedAtId:
      (await findReviewing(work, placeId, commitmentId)) ??
      (concern && (await findDiscussing(work, placeId, concern))?.id),
    voices,
    claimants: await claimantsOf(work, voices),
    ratings: await ratingsOfSubject(work, placeId, concernId, commitmentId),
    // A matter that goes up for the first time takes the rating's id.
    isTaken: (await isRatingTaken(work, ratingId)) || (await isConcernTaken(work, ratingId)),
    nextNo: await nextConcernNo(work, placeId),
    meeting: meetingId === undefined ? null : await findMeeting(work, placeId, meetingId),
    custody: concern && (await findCustody(work, placeId, concern.id)),
    ladder: await ladderOf(work, placeId, concern),
    calendar: await calendarAt(work, placeId),
    nextMeeting: await nextPlannedMeeting(work, placeId, GAP),
  }
}

export const rateOutcome: RatingCommandHandler<RateOutcome> = {
  load,
  decide: decideRateOutcome,
}

export const changeRating: CommandHandler<ChangeRating, RatingState, RatingOutcome> = {
  load: async (work, { placeId, ratingId }) => {
    const rating = await findRating(work, placeId, ratingId)
    const { concernId = null, commitmentId = null } = rating ?? {}
    return load(work, { placeId, ratingId, concernId, commitmentId })
  },
  decide: decideChangeRating,
}

export const noteRating: RatingCommandHandler<NoteRating> = {
  load,
  decide: decideNoteRating,
}

export const countHands: RatingCommandHandler<CountHands> = {
  load,
  decide: decideCountHands,
}

export const noteHands: CommandHandler<NoteHands, RatingState, RatingOutcome> = {
  load: (work, { placeId, commitmentId, meetingId }) =>
    load(work, { placeId, ratingId: commitmentId, concernId: null, commitmentId, meetingId }),
  decide: decideNoteHands,
}
