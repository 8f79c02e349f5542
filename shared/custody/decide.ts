import type { Calendar } from '../calendar/calendar.ts'
import { addWorkingDays } from '../calendar/counting.ts'
import { isOver, type Concern } from '../concerns/concern.ts'
import type { Decide, Moment } from '../kernel/command.ts'
import type { Actor } from '../kernel/event.ts'
import type { PlaceId } from '../kernel/id.ts'
import { firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { commandRefusal, holderRefusal, type PermittedCommand } from '../permissions/commands.ts'
import {
  ANSWER_WORKING_DAYS,
  custodyOf,
  MAX_HAND_ON_REASON_LENGTH,
  MAX_SUMMONED_UNIT_LENGTH,
  type Because,
  type Custody,
  type CustodyEvent,
  type CustodyStep,
} from './custody.ts'
import type {
  AcceptMatter,
  NoteArrival,
  OfferMatter,
  ReturnMatter,
  SummonUnit,
  TakeBackAcceptance,
  TakeBackOffer,
} from './schema.ts'

export interface CustodyState {
  readonly concern: Concern | null
  /** Where it was raised. */
  readonly placeId: PlaceId
  readonly custody: Custody | null
  readonly steps: readonly CustodyStep[]
  /** The ladder: the matter's grid if it has one, its place, and what that stands in, the lowest first. */
  readonly ladder: readonly PlaceId[]
  /** For which of these the actor holds a post. */
  readonly actsFor: readonly PlaceId[]
  readonly calendar: Calendar
}

type Rule<Command> = Decide<Command, CustodyState, CustodyEvent>

export const decideOfferMatter: Rule<OfferMatter> = (command, state, actor, moment) => {
  const wrong = matterRefusal('offer-matter', state, actor)
  if (wrong) return wrong
  const custody = standing(state)
  const refusal = firstRefusal(
    holderRefusal('offer-matter', state.actsFor.includes(custody.holderId)),
    custody.offer !== null && refuse('offer-waiting'),
    !isNextTo(state.ladder, custody.holderId, command.toPlaceId) && refuse('not-found', 'toPlaceId'),
    textRefusal('reason', command.reason, MAX_HAND_ON_REASON_LENGTH),
  )
  return refusal ?? [offered(state, command.toPlaceId, 'asked', command.reason.trim(), moment)]
}

/** The offer as it is written down, whether somebody asked for it or two bad ratings did. */
export function offered(
  state: Pick<CustodyState, 'concern' | 'placeId' | 'custody' | 'calendar'>,
  toPlaceId: PlaceId,
  because: Because,
  reason: string,
  { today: on }: Moment,
): CustodyEvent {
  const { id: concernId, meetingId, holderId: fromPlaceId } = standing(state)
  const answerBy = addWorkingDays(state.calendar, on, ANSWER_WORKING_DAYS)
  const data = { concernId, meetingId, fromPlaceId, toPlaceId, on, because, answerBy }
  return { type: 'matter-offered', data, words: { reason } }
}

export const decideAcceptMatter: Rule<AcceptMatter> = (_command, state, actor, { today: on }) => {
  const wrong = matterRefusal('accept-matter', state, actor) ?? answerRefusal('accept-matter', state)
  if (wrong) return wrong
  return [{ type: 'matter-accepted', data: { ...handing(state), on }, words: {} }]
}

export const decideReturnMatter: Rule<ReturnMatter> = (command, state, actor, { today: on }) => {
  const wrong =
    matterRefusal('return-matter', state, actor) ??
    answerRefusal('return-matter', state) ??
    textRefusal('reason', command.reason, MAX_HAND_ON_REASON_LENGTH)
  if (wrong) return wrong
  return [
    { type: 'matter-returned', data: { ...handing(state), on }, words: { reason: command.reason.trim() } },
  ]
}

export const decideTakeBackOffer: Rule<TakeBackOffer> = (_command, state, actor, { today: on }) => {
  const wrong = matterRefusal('take-back-offer', state, actor)
  if (wrong) return wrong
  const { offer } = standing(state)
  if (!offer) return refuse('no-offer')
  // What two bad ratings sent up is not called back by those who were judged.
  const isTheirs = state.actsFor.includes(offer.fromPlaceId) && offer.because !== 'rating'
  const denied = holderRefusal('take-back-offer', isTheirs)
  if (denied) return denied
  return [{ type: 'offer-taken-back', data: { ...handing(state), on }, words: {} }]
}

/** Only on the same day, and while nothing followed: then the offer waits as it did before. */
export const decideTakeBackAcceptance: Rule<TakeBackAcceptance> = (_command, state, actor, { today: on }) => {
  const wrong = matterRefusal('take-back-acceptance', state, actor)
  if (wrong) return wrong
  const accepted = state.steps.at(-1)
  const before = state.steps.slice(0, -1)
  const offer = before.findLast(({ kind }) => kind === 'offered')
  if (accepted?.kind !== 'accepted' || accepted.on !== on || !offer?.answerBy) return refuse('no-offer')
  const { fromPlaceId, toPlaceId, reason, on: offeredOn, answerBy } = offer
  const denied = holderRefusal('take-back-acceptance', state.actsFor.includes(toPlaceId))
  if (denied) return denied
  const { id: concernId, meetingId, raisedAt } = state.concern!
  const heldSince = before.findLast(({ kind }) => kind === 'accepted')?.at ?? raisedAt
  // Whoever asks to hand on gives a reason; only two bad ratings give none.
  const because: Because = reason === '' ? 'rating' : 'asked'
  const facts = { because, offeredOn, answerBy, heldSince }
  const data = { concernId, meetingId, fromPlaceId, toPlaceId, on, ...facts }
  return [{ type: 'acceptance-taken-back', data, words: { reason } }]
}

/** A village may call any level above it, and the matter stays where it is. */
export const decideSummonUnit: Rule<SummonUnit> = (command, state, actor, { today: on }) => {
  const wrong = matterRefusal('summon-unit', state, actor)
  if (wrong) return wrong
  const { id: concernId, meetingId, holderId: fromPlaceId } = standing(state)
  const { toPlaceId } = command
  const refusal = firstRefusal(
    holderRefusal('summon-unit', state.actsFor.includes(fromPlaceId)),
    state.ladder.indexOf(toPlaceId) <= state.ladder.indexOf(fromPlaceId) && refuse('not-found', 'toPlaceId'),
    textRefusal('unit', command.unit, MAX_SUMMONED_UNIT_LENGTH),
    textRefusal('reason', command.reason, MAX_HAND_ON_REASON_LENGTH),
  )
  if (refusal) return refusal
  const answerBy = addWorkingDays(state.calendar, on, ANSWER_WORKING_DAYS)
  const data = { concernId, meetingId, fromPlaceId, toPlaceId, on, answerBy }
  return [
    { type: 'unit-summoned', data, words: { unit: command.unit.trim(), reason: command.reason.trim() } },
  ]
}

export const decideNoteArrival: Rule<NoteArrival> = (command, state, actor, { today: on }) => {
  const wrong = matterRefusal('note-arrival', state, actor)
  if (wrong) return wrong
  const unit = command.unit.trim()
  const called = waitingSummons(state.steps, unit)
  if (!called) return refuse('not-found', 'unit')
  const odd = textRefusal('report', command.report, MAX_HAND_ON_REASON_LENGTH)
  if (odd) return odd
  const { fromPlaceId, toPlaceId } = called
  const data = {
    concernId: state.concern!.id,
    meetingId: state.concern!.meetingId,
    fromPlaceId,
    toPlaceId,
    on,
  }
  return [{ type: 'unit-came', data, words: { unit, report: command.report.trim() } }]
}

/** The last call for this unit, as long as it has not come. */
export function waitingSummons(steps: readonly CustodyStep[], unit: string): CustodyStep | null {
  const last = steps.filter((step) => step.unit === unit).at(-1)
  return last?.kind === 'summoned' ? last : null
}

function matterRefusal(name: PermittedCommand, { concern }: CustodyState, actor: Actor): Refusal | undefined {
  const denied = commandRefusal(name, actor)
  if (denied) return denied
  if (!concern) return refuse('not-found', 'concernId')
  if (isOver(concern)) return refuse('concern-over')
  return concern.state === 'raised' ? refuse('concern-not-recorded') : undefined
}

function answerRefusal(name: PermittedCommand, state: CustodyState): Refusal | undefined {
  const { offer } = standing(state)
  if (!offer) return refuse('no-offer')
  return holderRefusal(name, state.actsFor.includes(offer.toPlaceId))
}

const standing = ({ concern, placeId, custody }: Pick<CustodyState, 'concern' | 'placeId' | 'custody'>) =>
  custodyOf(concern!, placeId, custody)

function handing(state: CustodyState) {
  const { id: concernId, meetingId, offer } = standing(state)
  return { concernId, meetingId, fromPlaceId: offer!.fromPlaceId, toPlaceId: offer!.toPlaceId }
}

/** No level is skipped, upward or downward. */
function isNextTo(ladder: readonly PlaceId[], from: PlaceId, to: PlaceId): boolean {
  const [at, next] = [ladder.indexOf(from), ladder.indexOf(to)]
  return at >= 0 && next >= 0 && Math.abs(at - next) === 1
}
