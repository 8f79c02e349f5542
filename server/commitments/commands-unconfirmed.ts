import type { CommitmentEvent } from '../../shared/commitments/commitment.ts'
import { decideConfirmCommitment, type ConfirmState } from '../../shared/commitments/decide.ts'
import {
  decideDropCommitment,
  decidePutOffCommitment,
  decideRestoreCommitment,
  decideTakeBackConfirmation,
  type PutOffState,
  type UnconfirmedState,
} from '../../shared/commitments/decisions/decide-unconfirmed.ts'
import type {
  ConfirmCommitment,
  DropCommitment,
  PutOffCommitment,
  RestoreCommitment,
  TakeBackConfirmation,
} from '../../shared/commitments/schema.ts'
import type { Concern, ConcernEvent } from '../../shared/concerns/concern.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import { findConcern, isConcernTaken, nextConcernNo } from '../concerns/queries.ts'
import type { CommandHandler } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { loadSpoken, type AboutOne } from './commands.ts'
import { hasOtherPromise } from './confirmed-queries.ts'

async function loadConfirm(work: Work, command: AboutOne): Promise<ConfirmState> {
  const spoken = await loadSpoken(work, command)
  const concernId = spoken.commitment?.concernId ?? null
  return { ...spoken, concern: concernId === null ? null : await standing(work, command.placeId, concernId) }
}

/** A matter that was put together with another is looked for there. */
async function standing(work: Work, placeId: PlaceId, concernId: string): Promise<Concern | null> {
  const concern = await findConcern(work, placeId, concernId)
  const intoId = concern?.mergedIntoId ?? null
  return intoId === null ? concern : findConcern(work, placeId, intoId)
}

async function loadUnconfirmed(work: Work, command: AboutOne): Promise<UnconfirmedState> {
  const state = await loadConfirm(work, command)
  const { placeId, commitmentId } = command
  const hasOther =
    state.concern !== null && (await hasOtherPromise(work, placeId, state.concern.id, commitmentId))
  return { ...state, hasOther }
}

type Unconfirmed<Command extends AboutOne, State = UnconfirmedState> = CommandHandler<
  Command,
  State,
  CommitmentEvent | ConcernEvent | MeetingEvent
>

export const confirmCommitment: CommandHandler<
  ConfirmCommitment,
  ConfirmState,
  CommitmentEvent | ConcernEvent
> = {
  load: loadConfirm,
  decide: decideConfirmCommitment,
}

export const takeBackConfirmation: Unconfirmed<TakeBackConfirmation> = {
  load: loadUnconfirmed,
  decide: decideTakeBackConfirmation,
}

export const dropCommitment: Unconfirmed<DropCommitment> = {
  load: loadUnconfirmed,
  decide: decideDropCommitment,
}

export const putOffCommitment: Unconfirmed<PutOffCommitment, PutOffState> = {
  load: async (work, command) => ({
    ...(await loadUnconfirmed(work, command)),
    isConcernTaken: await isConcernTaken(work, command.concernId),
    nextNo: await nextConcernNo(work, command.placeId),
  }),
  decide: decidePutOffCommitment,
}

export const restoreCommitment: Unconfirmed<RestoreCommitment> = {
  load: loadUnconfirmed,
  decide: decideRestoreCommitment,
}
