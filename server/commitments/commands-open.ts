import { redFrom } from '../../shared/commitments/stage.ts'
import type { CommitmentEvent } from '../../shared/commitments/commitment.ts'
import {
  decideAddEvidence,
  decideRecountDueDate,
  decideRemovePhoto,
  decideReportPart,
  decideSettleCommitment,
  type RecountState,
  type RemovePhotoState,
  type SettleState,
} from '../../shared/commitments/decisions/decide-course.ts'
import {
  decideAskExtension,
  decideMoveDueDate,
  decideOrderCommitment,
  decideRefuseExtension,
  decideReportDone,
  decideTakeBackReport,
  type AboveState,
  type OrderState,
  type OpenState,
  type ReportState,
} from '../../shared/commitments/decisions/decide-open.ts'
import type {
  AddEvidence,
  AskExtension,
  MoveDueDate,
  OrderCommitment,
  RecountDueDate,
  RefuseExtension,
  RemovePhoto,
  ReportDone,
  ReportPart,
  SettleCommitment,
  TakeBackReport,
} from '../../shared/commitments/schema.ts'
import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import type { Actor } from '../../shared/kernel/event.ts'
import type { CommitmentId } from '../../shared/kernel/id.ts'
import { findConcern } from '../concerns/queries.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { nextReview } from '../meetings/queries.ts'
import { findPlace } from '../places/queries.ts'
import type { Work } from '../storage/database.ts'
import { findPhoto, waitingPhotos } from './photos/photos.ts'
import { calendarAt } from '../calendar/queries.ts'
import { deciderAt } from './above-queries.ts'
import { calendarsAt, findCommitment, hasUnsettledPromise } from './queries.ts'

type AboutOne = PlaceCommand & { commitmentId: CommitmentId }

const loadOpen = async (work: Work, { placeId, commitmentId }: AboutOne): Promise<OpenState> => ({
  commitment: await findCommitment(work, placeId, commitmentId),
})

const loadWithPhotos = async (work: Work, command: AboutOne, { id }: Actor): Promise<OpenState> => ({
  ...(await loadOpen(work, command)),
  photos: await waitingPhotos(work, command.placeId, command.commitmentId, id),
})

const loadAbove = async (work: Work, command: AboutOne, actor: Actor): Promise<AboveState> => {
  const place = await findPlace(work, command.placeId)
  return { ...(await loadOpen(work, command)), place, by: await deciderAt(work, place, actor.personId) }
}

type Open<Command extends AboutOne> = CommandHandler<Command, OpenState, CommitmentEvent>
type Above<Command extends AboutOne> = CommandHandler<Command, AboveState, CommitmentEvent>

export const askExtension: Open<AskExtension> = {
  load: loadOpen,
  decide: decideAskExtension,
}

export const refuseExtension: Above<RefuseExtension> = {
  load: loadAbove,
  decide: decideRefuseExtension,
}

export const moveDueDate: Above<MoveDueDate> = {
  load: loadAbove,
  decide: decideMoveDueDate,
}

export const recountDueDate: CommandHandler<RecountDueDate, RecountState, CommitmentEvent> = {
  load: async (work, command, actor) => {
    const state = await loadAbove(work, command, actor)
    const { now, under } = await calendarsAt(work, command.placeId)
    const version = state.commitment?.calendarVersion
    return { ...state, calendar: now, calendarThen: version === undefined ? null : under(version) }
  },
  decide: decideRecountDueDate,
}

export const orderCommitment: CommandHandler<OrderCommitment, OrderState, CommitmentEvent> = {
  load: async (work, command, actor) => {
    const state = await loadAbove(work, command, actor)
    const { commitment } = state
    const calendar = await calendarAt(work, command.placeId)
    return { ...state, redFrom: commitment && redFrom(commitment, calendar) }
  },
  decide: decideOrderCommitment,
}

export const reportPart: Open<ReportPart> = {
  load: loadWithPhotos,
  decide: decideReportPart,
}

export const addEvidence: Open<AddEvidence> = {
  load: loadWithPhotos,
  decide: decideAddEvidence,
}

export const removePhoto: CommandHandler<RemovePhoto, RemovePhotoState, CommitmentEvent> = {
  load: async (work, { placeId, photoId }) => {
    const photo = await findPhoto(work, photoId)
    const isThere = photo !== null && photo.seq !== null && photo.removedAt === null
    const commitment = photo && (await findCommitment(work, placeId, photo.commitmentId))
    return { commitment, isThere: isThere && photo.placeId === placeId }
  },
  decide: decideRemovePhoto,
}

export const reportDone: CommandHandler<ReportDone, ReportState, CommitmentEvent | MeetingEvent> = {
  load: async (work, command, actor) => {
    const state = await loadWithPhotos(work, command, actor)
    const { commitment } = state
    return { ...state, nextReview: commitment && (await nextReview(work, command.placeId, commitment)) }
  },
  decide: decideReportDone,
}

export const takeBackReport: Open<TakeBackReport> = {
  load: loadOpen,
  decide: decideTakeBackReport,
}

export const settleCommitment: CommandHandler<SettleCommitment, SettleState, CommitmentEvent | ConcernEvent> =
  {
    load: async (work, command) => {
      const { commitment } = await loadOpen(work, command)
      const concernId = commitment?.concernId ?? null
      if (concernId === null) return { commitment, concern: null, hasUnsettled: false }
      const { placeId, commitmentId } = command
      return {
        commitment,
        concern: await findConcern(work, placeId, concernId),
        hasUnsettled: await hasUnsettledPromise(work, placeId, concernId, commitmentId),
      }
    },
    decide: decideSettleCommitment,
  }
