import type { CommitmentEvent } from '../../shared/commitments/commitment.ts'
import {
  decideAmendCommitment,
  decideConfirmCommitment,
  decideDropCommitment,
  decideReadBackCommitment,
  decideRecordCommitment,
  type DropCommitmentState,
  type RecordCommitmentState,
  type SpokenState,
} from '../../shared/commitments/decide.ts'
import {
  decideMoveDueDate,
  decideReportDone,
  decideTakeBackReport,
  type OpenState,
} from '../../shared/commitments/decide-open.ts'
import type { KnownPerson, Promised } from '../../shared/commitments/promise.ts'
import {
  AmendCommitment,
  ConfirmCommitment,
  DropCommitment,
  MoveDueDate,
  ReadBackCommitment,
  RecordCommitment,
  ReportDone,
  TakeBackReport,
} from '../../shared/commitments/schema.ts'
import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import type { CommitmentId } from '../../shared/kernel/id.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import { findConcern } from '../concerns/queries.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { findMeeting } from '../meetings/queries.ts'
import type { Work } from '../storage/database.ts'
import { ownersAmong } from './owners.ts'
import { findCommitment, hasOtherPromise, isCommitmentTaken } from './queries.ts'

type AboutOne = PlaceCommand & { commitmentId: CommitmentId }

const loadOpen = async (work: Work, { placeId, commitmentId }: AboutOne): Promise<OpenState> => ({
  commitment: await findCommitment(work, placeId, commitmentId),
})

async function loadSpoken(work: Work, { placeId, commitmentId }: AboutOne): Promise<SpokenState> {
  const commitment = await findCommitment(work, placeId, commitmentId)
  return { commitment, meeting: commitment && (await findMeeting(work, placeId, commitment.meetingId)) }
}

const peopleNamed = (
  work: Work,
  { placeId, ownerId, coOwners }: PlaceCommand & Promised,
): Promise<readonly KnownPerson[]> => {
  const ids = [ownerId, ...coOwners.map(({ personId }) => personId)].filter((id) => id !== null)
  return ownersAmong(work, placeId, ids)
}

export const recordCommitment: CommandHandler<
  RecordCommitment,
  RecordCommitmentState,
  CommitmentEvent | ConcernEvent
> = {
  name: 'record-commitment',
  schema: RecordCommitment,
  load: async (work, command) => {
    const { placeId, meetingId, commitmentId, concernId } = command
    return {
      meeting: await findMeeting(work, placeId, meetingId),
      concern: concernId === null ? null : await findConcern(work, placeId, concernId),
      isTaken: await isCommitmentTaken(work, commitmentId),
      people: await peopleNamed(work, command),
    }
  },
  decide: decideRecordCommitment,
}

export const amendCommitment: CommandHandler<
  AmendCommitment,
  SpokenState & Pick<RecordCommitmentState, 'people'>,
  CommitmentEvent | MeetingEvent
> = {
  name: 'amend-commitment',
  schema: AmendCommitment,
  load: async (work, command) => ({
    ...(await loadSpoken(work, command)),
    people: await peopleNamed(work, command),
  }),
  decide: decideAmendCommitment,
}

export const readBackCommitment: CommandHandler<
  ReadBackCommitment,
  SpokenState,
  CommitmentEvent | MeetingEvent
> = {
  name: 'read-back-commitment',
  schema: ReadBackCommitment,
  load: loadSpoken,
  decide: decideReadBackCommitment,
}

export const confirmCommitment: CommandHandler<ConfirmCommitment, SpokenState, CommitmentEvent> = {
  name: 'confirm-commitment',
  schema: ConfirmCommitment,
  load: loadSpoken,
  decide: decideConfirmCommitment,
}

export const dropCommitment: CommandHandler<
  DropCommitment,
  DropCommitmentState,
  CommitmentEvent | ConcernEvent | MeetingEvent
> = {
  name: 'drop-commitment',
  schema: DropCommitment,
  load: async (work, command) => {
    const spoken = await loadSpoken(work, command)
    const concernId = spoken.commitment?.concernId ?? null
    if (concernId === null) return { ...spoken, concern: null, hasOther: false }
    const { placeId, commitmentId } = command
    return {
      ...spoken,
      concern: await findConcern(work, placeId, concernId),
      hasOther: await hasOtherPromise(work, placeId, concernId, commitmentId),
    }
  },
  decide: decideDropCommitment,
}

export const moveDueDate: CommandHandler<MoveDueDate, OpenState, CommitmentEvent> = {
  name: 'move-due-date',
  schema: MoveDueDate,
  load: loadOpen,
  decide: decideMoveDueDate,
}

export const reportDone: CommandHandler<ReportDone, OpenState, CommitmentEvent> = {
  name: 'report-done',
  schema: ReportDone,
  load: loadOpen,
  decide: decideReportDone,
}

export const takeBackReport: CommandHandler<TakeBackReport, OpenState, CommitmentEvent> = {
  name: 'take-back-report',
  schema: TakeBackReport,
  load: loadOpen,
  decide: decideTakeBackReport,
}
