import { isReportedDone, type Commitment, type CommitmentEvent } from '../commitments/commitment.ts'
import { isOver, type Concern, type ConcernEvent } from '../concerns/concern.ts'
import type { CustodyEvent } from '../custody/custody.ts'
import type { Decide, Moment } from '../kernel/command.ts'
import { isSelf, type Actor } from '../kernel/event.ts'
import type { ActorId } from '../kernel/id.ts'
import { firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { commandRefusal } from '../permissions/commands.ts'
import type { Facts } from '../permissions/permission.ts'
import type { Meeting, MeetingEvent } from '../meetings/meeting.ts'
import { GOES_UP_AT, goingUp, goingUpAlone, heardAt, type Surroundings } from './escalate.ts'
import {
  isLeft,
  dayAfterReopening,
  didIt,
  isBad,
  isCommitmentUp,
  isConcernUp,
  isTimeToChange,
  MAX_RATING_WORD_LENGTH,
  verdictOf,
  MAX_WITNESS_LENGTH,
  type Rating,
  type RatingEvent,
} from './rating.ts'
import type { ChangeRating, CountHands, NoteHands, NoteRating, RateOutcome } from './schema.ts'

export interface RatingState extends Surroundings {
  /** The concern that is judged, or that the judged promise answers. */
  readonly concern: Concern | null
  readonly commitment: Commitment | null
  /** Other promises for the same concern. */
  readonly others: readonly Commitment[]
  /** Whoever asked for it. */
  readonly voices: readonly ActorId[]
  /** Phones that were given the claim code of one of them, with the key that it is for. */
  readonly claimants?: readonly { readonly actorId: ActorId; readonly guestId: ActorId }[]
  /** Of the same subject. */
  readonly ratings: readonly Rating[]
  readonly isTaken: boolean
  /** The public number of the next matter of the place. */
  readonly nextNo: number
  /** Where hands are counted. */
  readonly meeting: Meeting | null
}

export type RatingOutcome = RatingEvent | CommitmentEvent | ConcernEvent | CustodyEvent | MeetingEvent
type Rule<Command> = Decide<Command, RatingState, RatingOutcome>
type Given = Pick<Rating, 'channel' | 'done' | 'satisfied' | 'hands' | 'word' | 'witness' | 'tellers'> &
  Partial<Pick<Rating, 'countedAtId'>>
type Subject = Pick<RateOutcome, 'ratingId' | 'concernId' | 'commitmentId'>

export const decideRateOutcome: Rule<RateOutcome> = (command, state, actor, moment) => {
  const { voices, ratings } = state
  const isVoice = voices.some((id) => isSelf(actor, id))
  const wrong =
    commandRefusal('rate-outcome', actor, { are: isVoice ? ['voice'] : [] }) ?? subjectRefusal(command, state)
  if (wrong) return wrong
  const round = roundOf(state)
  if (ratings.some((one) => one.round === round && speaksFor(actor, one.ratedById, state)))
    return refuse('rated-already')
  const refusal = stateRefusal(command, state) ?? wordRefusal(command)
  if (refusal) return refusal
  const { done, satisfied } = command
  const word = command.word?.trim() ?? null
  return judged(command, state, moment, {
    ...{ channel: 'phone', done, satisfied, hands: null },
    ...{ word, witness: null, tellers: [] },
  })
}

/** One person, on whichever of their phones, judges once. */
const speaksFor = (actor: Actor, raterId: ActorId | null, { claimants = [] }: RatingState): boolean =>
  isSelf(actor, raterId) ||
  claimants.some(({ actorId, guestId }) => actorId === raterId && isSelf(actor, guestId))

/** A "not" has opened the matter again, and a matter that is closed is closed: neither is talked away afterwards. */
export const decideChangeRating: Rule<ChangeRating> = (command, state, actor, moment) => {
  const { ratingId, done, satisfied } = command
  const before = state.ratings.find(({ id }) => id === ratingId)
  const isRater = before?.channel === 'phone' && speaksFor(actor, before.ratedById, state)
  const denied = commandRefusal('change-rating', actor, { are: isRater ? ['rater'] : [] })
  if (denied) return denied
  if (!before || !(state.commitment ?? state.concern)) return refuse('not-found', 'ratingId')
  const { concernId, commitmentId, meetingId } = before
  const subject = { ratingId, concernId, commitmentId }
  if (before.round !== roundOf(state) || stateRefusal(subject, state)) return refuse('rating-took-effect')
  if (!isTimeToChange(before, moment.today)) return refuse('rating-too-old')
  const wrong = wordRefusal(command)
  if (wrong) return wrong
  const data = { ...subject, meetingId, ...heardAt(state, meetingId), done, satisfied, on: moment.today }
  const word = command.word?.trim() ?? null
  const changed: RatingEvent = { type: 'rating-changed', data, words: { word } }
  return [changed, ...(isBad(command) ? reopened(subject, state, moment) : [])]
}

export const decideNoteRating: Rule<NoteRating> = (command, state, actor, moment) => {
  const refusal =
    commandRefusal('note-rating', actor, asSettler(actor, state)) ??
    subjectRefusal(command, state) ??
    tellingRefusal(command, state) ??
    firstRefusal(wordRefusal(command), textRefusal('witness', command.witness, MAX_WITNESS_LENGTH))
  if (refusal) return refusal
  const { done, satisfied } = command
  const word = command.word?.trim() ?? null
  return judged(command, state, moment, {
    ...{ channel: 'told', done, satisfied, hands: null },
    ...{ word, witness: command.witness.trim(), tellers: [] },
  })
}

export const decideCountHands: Rule<CountHands> = (command, state, actor, moment) => {
  const { done, satisfied, tellers } = command
  const hands = { done, satisfied }
  const names = [...new Set(tellers.map((name) => name.trim()))]
  const refusal =
    commandRefusal('count-hands', actor, asSettler(actor, state)) ??
    subjectRefusal(command, state) ??
    (state.meeting ? undefined : refuse('not-found', 'meetingId')) ??
    tellingRefusal(command, state) ??
    firstRefusal(
      state.meeting?.phase !== 'open' && refuse('meeting-not-open'),
      ...tellers.map((name, at) => textRefusal(`tellers/${at}`, name, MAX_WITNESS_LENGTH)),
      names.length < 2 && refuse('second-teller-needed', 'tellers'),
      done.done + done.partly + done.not === 0 && refuse('field-wrong', 'done'),
      satisfied.satisfied + satisfied.acceptable + satisfied.not === 0 && refuse('field-wrong', 'satisfied'),
    )
  if (refusal) return refusal
  return judged(command, state, moment, {
    ...{ channel: 'hands', ...verdictOf(hands), hands, countedAtId: command.meetingId },
    ...{ word: null, witness: null, tellers: names },
  })
}

/** What the hall sees of a count under way; nothing follows from it. */
export const decideNoteHands: Rule<NoteHands> = (command, state, actor) => {
  // Whoever keeps the record may end a count, also one that may not go on.
  const denied = commandRefusal('note-hands', actor, isLeft(command) ? {} : asSettler(actor, state))
  if (denied) return denied
  const { commitmentId, meetingId, done, satisfied } = command
  if (!state.commitment) return refuse('not-found', 'commitmentId')
  if (!state.meeting) return refuse('not-found', 'meetingId')
  const subject = { ratingId: '', concernId: null, commitmentId }
  if (state.meeting.phase !== 'open') return refuse('meeting-not-open')
  const refusal = isLeft(command) ? undefined : tellingRefusal(subject, state)
  if (refusal) return refusal
  return [{ type: 'hands-noted', data: { commitmentId, meetingId, done, satisfied }, words: {} }]
}

const asSettler = (actor: Actor, { concern, commitment }: RatingState): Facts =>
  didIt(actor, concern, commitment) ? { are: ['settler'] } : {}

function subjectRefusal({ concernId, commitmentId }: Subject, state: RatingState): Refusal | undefined {
  if (concernId === null && commitmentId === null) return refuse('not-found', 'concernId')
  if (concernId !== null && !state.concern) return refuse('not-found', 'concernId')
  if (commitmentId !== null && !state.commitment) return refuse('not-found', 'commitmentId')
  if (concernId !== null && commitmentId !== null) return refuse('field-wrong', 'concernId')
  return state.isTaken ? refuse('already-exists', 'ratingId') : undefined
}

function stateRefusal({ commitmentId }: Subject, { concern, commitment }: RatingState): Refusal | undefined {
  const isUp = commitmentId === null ? isConcernUp(concern!) : isCommitmentUp(commitment!)
  return isUp ? undefined : refuse('not-up-for-rating')
}

// What somebody writes down for others counts once; a phone of its own may still speak after it.
function tellingRefusal(subject: Subject, state: RatingState): Refusal | undefined {
  const { concern, commitment } = state
  const refusal = stateRefusal(subject, state)
  if (refusal) return refusal
  return (commitment ?? concern)!.state === 'rated' ? refuse('rated-already') : undefined
}

const wordRefusal = ({ word }: Pick<RateOutcome, 'word'>): Refusal | undefined =>
  word === null ? undefined : textRefusal('word', word, MAX_RATING_WORD_LENGTH)

const roundOf = ({ commitment, concern }: RatingState): number => (commitment ?? concern)!.timesReopened

/** The rating and all that it does, in one transaction. */
function judged(subject: Subject, state: RatingState, moment: Moment, given: Given): RatingOutcome[] {
  const { ratingId, concernId, commitmentId } = subject
  const { word, witness, tellers, ...answers } = given
  const { meetingId } = (state.commitment ?? state.concern)!
  const data = {
    ratingId,
    concernId,
    commitmentId,
    meetingId,
    ...heardAt(state, meetingId),
    ...answers,
    round: roundOf(state),
    on: moment.today,
  }
  const rated: RatingEvent = { type: 'outcome-rated', data, words: { word, witness, tellers } }
  return [rated, ...(isBad(answers) ? reopened(subject, state, moment) : accepted(state))]
}

function accepted(state: RatingState): RatingOutcome[] {
  const { concern, commitment, others } = state
  const events: RatingOutcome[] = []
  if (commitment?.state === 'done')
    events.push({ type: 'commitment-rated', data: ofCommitment(commitment, state), words: {} })
  const isWhole = others.every(({ state }) => state === 'rated' || state === 'settled' || state === 'dropped')
  const isRated = concern?.state === 'rated' || (concern !== null && isOver(concern))
  if (concern && !isRated && (!commitment || isWhole))
    events.push({ type: 'concern-rated', data: ofConcern(concern, state), words: {} })
  return events
}

/** Not done or not good enough: the matter is open again, and the second time it goes up a level. */
function reopened({ ratingId }: Subject, state: RatingState, moment: Moment): RatingOutcome[] {
  const { concern, commitment } = state
  const events: RatingOutcome[] = []
  if (commitment && isReportedDone(commitment)) {
    const [fromOn, toOn] = [commitment.dueOn, dayAfterReopening(commitment, moment.today)]
    const data = { ...ofCommitment(commitment, state), fromOn, toOn, round: commitment.timesReopened + 1 }
    events.push({ type: 'commitment-reopened', data, words: {} })
    if (!concern && data.round >= GOES_UP_AT)
      return [...events, ...goingUpAlone(commitment, state, ratingId, moment)]
  }
  if (!concern || isOver(concern)) return events
  const round = concern.timesReopened + 1
  events.push({ type: 'concern-reopened', data: { ...ofConcern(concern, state), round }, words: {} })
  return round < GOES_UP_AT ? events : [...events, ...goingUp(concern, state, ratingId, moment)]
}

const ofCommitment = ({ id, meetingId }: Commitment, state: RatingState) => ({
  ...{ commitmentId: id, meetingId },
  ...heardAt(state, meetingId),
})
const ofConcern = ({ id, meetingId }: Concern, state: RatingState) => ({
  ...{ concernId: id, meetingId },
  ...heardAt(state, meetingId),
})
