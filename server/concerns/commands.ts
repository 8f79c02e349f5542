import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import {
  decideAgreeWording,
  decideRaiseConcern,
  decideRewordConcern,
  type ConcernRuleState,
  type RaiseConcernState,
  type RewordState,
} from '../../shared/concerns/decide.ts'
import {
  decideAnswerConcern,
  decidePutToAssembly,
  decideDeclineConcern,
  decideReferConcern,
  decideTakeBackOutcome,
} from '../../shared/concerns/decide-outcome.ts'
import type {
  AgreeWording,
  AnswerConcern,
  PutToAssembly,
  DeclineConcern,
  RaiseConcern,
  ReferConcern,
  RewordConcern,
  TakeBackOutcome,
} from '../../shared/concerns/schema.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import type { ConcernId } from '../../shared/kernel/id.ts'
import { findComment } from '../comments/queries.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { agendaOf, findDiscussing, findMeeting, unsignedItemsAbout } from '../meetings/queries.ts'
import type { Work } from '../storage/database.ts'
import { workersOf } from '../people/queries.ts'
import { gridsOf } from '../places/queries.ts'
import { findConcern, isConcernTaken, isRaisedFrom, lastForms, nextConcernNo } from './queries.ts'

type ConcernCommandHandler<Command extends PlaceCommand> = CommandHandler<
  Command,
  ConcernRuleState,
  ConcernEvent
>

async function load(work: Work, command: PlaceCommand & { concernId: ConcernId }): Promise<ConcernRuleState> {
  const concern = await findConcern(work, command.placeId, command.concernId)
  if (!concern) return { concern, meeting: null }
  return {
    concern,
    meeting: await findMeeting(work, command.placeId, concern.meetingId),
    discussedAt: await findDiscussing(work, command.placeId, concern),
  }
}

export const raiseConcern: CommandHandler<RaiseConcern, RaiseConcernState, ConcernEvent> = {
  load: async (work, { placeId, meetingId, concernId, commentId, agendaItemId, gridId, channel }, actor) => ({
    meeting: await findMeeting(work, placeId, meetingId),
    comment: commentId === null ? null : await findComment(work, placeId, commentId),
    agendaItem:
      (meetingId === null ? [] : await agendaOf(work, meetingId)).find(({ id }) => id === agendaItemId) ??
      null,
    isTaken: await isConcernTaken(work, concernId),
    isRaised: commentId !== null && (await isRaisedFrom(work, placeId, commentId)),
    nextNo: await nextConcernNo(work, placeId),
    grid: gridId ? ((await gridsOf(work, placeId)).find(({ id }) => id === gridId) ?? null) : null,
    isGridHeld: (await workersOf(work, gridId)).length > 0,
    formsAt: channel === 'form' ? await lastForms(work, placeId, actor.id) : [],
  }),
  decide: decideRaiseConcern,
}

export const rewordConcern: CommandHandler<RewordConcern, RewordState, ConcernEvent | MeetingEvent> = {
  load: async (work, command) => ({
    ...(await load(work, command)),
    agendaItems: await unsignedItemsAbout(work, command.placeId, command.concernId),
  }),
  decide: decideRewordConcern,
}

export const answerConcern: ConcernCommandHandler<AnswerConcern> = {
  load,
  decide: decideAnswerConcern,
}

export const referConcern: ConcernCommandHandler<ReferConcern> = {
  load,
  decide: decideReferConcern,
}

export const declineConcern: ConcernCommandHandler<DeclineConcern> = {
  load,
  decide: decideDeclineConcern,
}

export const takeBackOutcome: ConcernCommandHandler<TakeBackOutcome> = {
  load,
  decide: decideTakeBackOutcome,
}

export const agreeWording: ConcernCommandHandler<AgreeWording> = {
  load,
  decide: decideAgreeWording,
}

export const putToAssembly: ConcernCommandHandler<PutToAssembly> = {
  load,
  decide: decidePutToAssembly,
}
