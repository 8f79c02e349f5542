import type { Actor } from '../kernel/event.ts'
import { firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { signedRefusal } from '../meetings/signed.ts'
import type { PermittedCommand } from '../permissions/commands.ts'
import { MAX_OUTCOME_LENGTH, MAX_REFERRED_TO_LENGTH } from './concern.ts'
import {
  about,
  halfSigned,
  permission,
  settledRefusal,
  signed,
  type ConcernRuleState,
  type Rule,
} from './decide.ts'
import type { AnswerConcern, DeclineConcern, PutToAssembly, ReferConcern, TakeBackOutcome } from './schema.ts'

export const decideAnswerConcern: Rule<AnswerConcern> = (command, state, actor, { today: on }) => {
  const wrong =
    permission('answer-concern', state, actor) ??
    settled(state) ??
    textRefusal('answer', command.answer, MAX_OUTCOME_LENGTH)
  if (wrong) return wrong
  return [
    { type: 'concern-answered', data: { ...about(state), on }, words: { outcome: command.answer.trim() } },
  ]
}

export const decideReferConcern: Rule<ReferConcern> = (command, state, actor, { today: on }) => {
  const { referredTo, reason, route } = command
  const wrong =
    permission('refer-concern', state, actor) ??
    settled(state) ??
    firstRefusal(
      textRefusal('referredTo', referredTo, MAX_REFERRED_TO_LENGTH),
      reason !== null && textRefusal('reason', reason, MAX_OUTCOME_LENGTH),
    )
  if (wrong) return wrong
  const words = { referredTo: referredTo.trim(), outcome: reason?.trim() ?? null }
  return [{ type: 'concern-referred', data: { ...about(state), on, route }, words }]
}

/** For what only the villagers' assembly can resolve. */
export const decidePutToAssembly: Rule<PutToAssembly> = (command, state, actor, { today: on }) => {
  const wrong = reasonRefusal('put-to-assembly', command, state, actor)
  if (wrong) return wrong
  const words = { outcome: command.reason.trim() }
  return [{ type: 'concern-put-to-assembly', data: { ...about(state), on }, words }]
}

export const decideDeclineConcern: Rule<DeclineConcern> = (command, state, actor, { today: on }) => {
  const wrong = reasonRefusal('decline-concern', command, state, actor)
  if (wrong) return wrong
  const words = { outcome: command.reason.trim() }
  return [{ type: 'concern-declined', data: { ...about(state), on }, words }]
}

/** A promise is taken back by dropping it, so only the other outcomes are undone here. */
export const decideTakeBackOutcome: Rule<TakeBackOutcome> = (_command, state, actor) => {
  const wrong = permission('take-back-outcome', state, actor) ?? signedWithOutcome(state)
  if (wrong) return wrong
  switch (state.concern!.state) {
    case 'answered':
    case 'referred':
    case 'assembly':
    case 'declined':
      return [{ type: 'outcome-taken-back', data: about(state), words: {} }]
    case 'raised':
    case 'recorded':
    case 'reopened':
      return refuse('concern-not-settled')
    case 'promised':
    case 'rated':
    case 'closed':
    case 'withdrawn':
    case 'merged':
      return refuse('concern-settled')
  }
}

const reasonRefusal = (
  name: PermittedCommand,
  { reason }: { reason: string },
  state: ConcernRuleState,
  actor: Actor,
): Refusal | undefined =>
  permission(name, state, actor) ?? settled(state) ?? textRefusal('reason', reason, MAX_OUTCOME_LENGTH)

/** What an evening decided stands in its minutes, and in none of the evening before. */
function signedWithOutcome(state: ConcernRuleState): Refusal | undefined {
  const { concern, discussedAt } = state
  const isGivenThere =
    discussedAt?.openedAt && concern!.settledAt !== null && concern!.settledAt >= discussedAt.openedAt
  return isGivenThere ? signedRefusal(discussedAt) : signed(state)
}

/** After both have signed it gets its outcome on another day; between the two it would be in what only one has read. */
const settled = (state: ConcernRuleState): Refusal | undefined =>
  halfSigned(state) ?? settledRefusal(state.concern!)
