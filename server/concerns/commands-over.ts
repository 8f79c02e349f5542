import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import {
  decideAddVoice,
  decideCloseConcern,
  decideDescribeConcern,
  decideHandOutSlip,
  decideMergeConcerns,
  decidePutOnAgenda,
  decideTakeBackMerge,
  decideWithdrawConcern,
  type AddVoiceState,
  type DescribeConcernState,
  type HandOutSlipState,
  type MergeConcernsState,
  type OneConcernState,
  type PutOnAgendaState,
  type TakeBackMergeState,
} from '../../shared/concerns/decide-over.ts'
import type {
  AddVoice,
  CloseConcern,
  DescribeConcern,
  HandOutSlip,
  MergeConcerns,
  PutOnAgenda,
  TakeBackMerge,
  WithdrawConcern,
} from '../../shared/concerns/schema.ts'
import type { ConcernId } from '../../shared/kernel/id.ts'
import { GAP } from '../../shared/meetings/decide-agenda.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { agendaOf, findDiscussing, findMeeting, takenAgendaItemIds } from '../meetings/queries.ts'
import { workersOf } from '../people/queries.ts'
import { gridsOf } from '../places/queries.ts'
import type { Work } from '../storage/database.ts'
import { beforeMerge } from './merges.ts'
import { findConcern } from './queries.ts'
import { countedAt, countedAtBoth, countedOnBothSides, isOnPaper } from './voice-queries.ts'
import { slipStateOf } from './slip-queries.ts'

const load = async (
  work: Work,
  { placeId, concernId }: PlaceCommand & { concernId: ConcernId },
): Promise<OneConcernState> => ({ concern: await findConcern(work, placeId, concernId) })

const loadDiscussed = async (
  work: Work,
  command: PlaceCommand & { concernId: ConcernId },
): Promise<OneConcernState> => {
  const { concern } = await load(work, command)
  return { concern, discussedAt: concern && (await findDiscussing(work, command.placeId, concern)) }
}

const meetingOf = async (work: Work, command: PlaceCommand & { concernId: ConcernId }) =>
  findMeeting(work, command.placeId, (await load(work, command)).concern?.meetingId ?? null)

export const describeConcern: CommandHandler<DescribeConcern, DescribeConcernState, ConcernEvent> = {
  load: async (work, command) => ({
    ...(await loadDiscussed(work, command)),
    grid: (await gridsOf(work, command.placeId)).find(({ id }) => id === command.gridId) ?? null,
    isGridHeld: (await workersOf(work, command.gridId)).length > 0,
  }),
  decide: decideDescribeConcern,
}

export const withdrawConcern: CommandHandler<WithdrawConcern, OneConcernState, ConcernEvent> = {
  load: loadDiscussed,
  decide: decideWithdrawConcern,
}

export const addVoice: CommandHandler<AddVoice, AddVoiceState, ConcernEvent> = {
  load: async (work, command) => ({
    ...(await load(work, command)),
    counted: await countedAt(work, command.placeId, command.concernId),
  }),
  decide: decideAddVoice,
}

export const handOutSlip: CommandHandler<HandOutSlip, HandOutSlipState, ConcernEvent> = {
  load: async (work, command, actor) => ({
    ...(await slipStateOf(work, command.placeId, command.concernId, actor)),
    isPaper: await isOnPaper(work, command.placeId, command),
  }),
  decide: decideHandOutSlip,
}

export const mergeConcerns: CommandHandler<MergeConcerns, MergeConcernsState, ConcernEvent> = {
  load: async (work, command) => ({
    ...(await load(work, command)),
    into: await findConcern(work, command.placeId, command.intoId),
    meeting: await meetingOf(work, command),
    atBoth: await countedAtBoth(work, command),
  }),
  decide: decideMergeConcerns,
}

export const takeBackMerge: CommandHandler<TakeBackMerge, TakeBackMergeState, ConcernEvent> = {
  load: async (work, command) => {
    const { placeId } = command
    const { concern } = await load(work, command)
    const intoId = concern?.mergedIntoId ?? null
    const before = concern && (await beforeMerge(work, placeId, concern))
    const leaving = concern && before ? [concern.id, ...before.followerIds] : []
    return {
      concern,
      into: intoId === null ? null : await findConcern(work, placeId, intoId),
      meeting: concern && (await findMeeting(work, placeId, concern.meetingId)),
      before,
      atBoth: intoId === null ? 0 : await countedOnBothSides(work, placeId, intoId, leaving),
    }
  },
  decide: decideTakeBackMerge,
}

export const closeConcern: CommandHandler<CloseConcern, OneConcernState, ConcernEvent> = {
  load,
  decide: decideCloseConcern,
}

export const putOnAgenda: CommandHandler<PutOnAgenda, PutOnAgendaState, ConcernEvent | MeetingEvent> = {
  load: async (work, command) => {
    const agenda = await agendaOf(work, command.meetingId)
    return {
      ...(await load(work, command)),
      meeting: await findMeeting(work, command.placeId, command.meetingId),
      isTaken: (await takenAgendaItemIds(work, [command.agendaItemId])).length > 0,
      nextPosition: (agenda.at(-1)?.position ?? 0) + GAP,
    }
  },
  decide: decidePutOnAgenda,
}
