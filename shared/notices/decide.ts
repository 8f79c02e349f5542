import type { Calendar } from '../calendar/calendar.ts'
import type { Commitment } from '../commitments/commitment.ts'
import type { Concern } from '../concerns/concern.ts'
import type { Custody } from '../custody/custody.ts'
import type { Decide } from '../kernel/command.ts'
import type { Day } from '../kernel/day.ts'
import type { CommitmentId, ConcernId, PlaceId } from '../kernel/id.ts'
import { refuse } from '../kernel/refusal.ts'
import { isConcernUp } from '../ratings/rating.ts'
import { stageOf, type Stage } from '../commitments/stage.ts'
import { askingDue, type NoticeEvent, type Recipient } from './notice.ts'

/** What the sweep asks for; nobody can send any of these. */
export interface Chase {
  readonly placeId: PlaceId
  readonly commitmentId: CommitmentId
  readonly stage: Stage
  readonly dueOn: Day
}

export interface ChaseState {
  readonly commitment: Commitment | null
  readonly calendar: Calendar
  readonly recipients: readonly Recipient[]
}

// What no longer holds is refused, so that no receipt stands in the way of the same thing later.
export const decideChase: Decide<Chase, ChaseState, NoticeEvent> = (command, state, actor, { today: on }) => {
  const { commitment, calendar, recipients } = state
  if (actor.kind !== 'system') return refuse('not-allowed')
  if (!commitment) return refuse('not-found', 'commitmentId')
  const { commitmentId, stage, dueOn } = command
  if (commitment.dueOn !== dueOn || stageOf(commitment, on, calendar) !== stage)
    return refuse('promise-not-open')
  const data = { commitmentId, meetingId: commitment.meetingId, stage, dueOn, on, recipients }
  return [{ type: 'commitment-chased', data, words: {} }]
}

export interface AskForRating {
  readonly placeId: PlaceId
  readonly concernId: ConcernId | null
  readonly commitmentId: CommitmentId | null
  readonly asking: number
  readonly round: number
  readonly settledOn: Day
}

export interface AskState {
  readonly concern: Concern | null
  readonly commitment: Commitment | null
  readonly recipients: readonly Recipient[]
}

export const decideAskForRating: Decide<AskForRating, AskState, NoticeEvent> = (
  command,
  { concern, commitment, recipients },
  actor,
  { today: on },
) => {
  if (actor.kind !== 'system') return refuse('not-allowed')
  const { concernId, commitmentId, asking, round, settledOn } = command
  const subject = commitmentId === null ? concern : commitment
  if (!subject) return refuse('not-found', commitmentId === null ? 'concernId' : 'commitmentId')
  const isWaiting = commitment
    ? commitment.state === 'done'
    : isConcernUp(concern!) && concern!.state !== 'rated'
  const since = commitment ? commitment.doneOn : concern!.settledOn
  if (
    !isWaiting ||
    since !== settledOn ||
    subject.timesReopened !== round ||
    askingDue(settledOn, on) !== asking
  )
    return refuse('not-up-for-rating')
  const data = {
    concernId,
    commitmentId,
    meetingId: subject.meetingId,
    asking,
    round,
    settledOn,
    on,
    recipients,
  }
  return [{ type: 'rating-asked', data, words: {} }]
}

export interface AwaitAnswer {
  readonly placeId: PlaceId
  readonly concernId: ConcernId
  readonly toPlaceId: PlaceId
  readonly offeredOn: Day
  readonly isLate: boolean
}

export interface AwaitState {
  readonly custody: Custody | null
  readonly recipients: readonly Recipient[]
}

export const decideAwaitAnswer: Decide<AwaitAnswer, AwaitState, NoticeEvent> = (
  { concernId, toPlaceId, offeredOn, isLate },
  { custody, recipients },
  actor,
  { today: on },
) => {
  if (actor.kind !== 'system') return refuse('not-allowed')
  const offer = custody?.offer
  if (!offer || offer.toPlaceId !== toPlaceId || offer.offeredOn !== offeredOn) return refuse('no-offer')
  const { answerBy } = offer
  if (isLate !== on > answerBy) return refuse('no-offer')
  const data = {
    concernId,
    meetingId: custody.meetingId,
    toPlaceId,
    offeredOn,
    answerBy,
    isLate,
    on,
    recipients,
  }
  return [{ type: 'answer-awaited', data, words: {} }]
}
