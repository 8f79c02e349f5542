import type { CommitmentEvent } from '../../shared/commitments/commitment.ts'
import {
  decideAmendCommitment,
  decideReadBackCommitment,
  decideRecordCommitment,
  decideTakeOn,
  type RecordCommitmentState,
  type SpokenState,
  type TakeOnState,
} from '../../shared/commitments/decide.ts'
import { decideLinkOwner, type LinkOwnerState } from '../../shared/commitments/decisions/decide-link.ts'
import type { KnownPerson, Promised } from '../../shared/commitments/promise.ts'
import type {
  AmendCommitment,
  LinkOwner,
  ReadBackCommitment,
  RecordCommitment,
  TakeOn,
} from '../../shared/commitments/schema.ts'
import type { CommitmentId } from '../../shared/kernel/id.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import { calendarAt } from '../calendar/queries.ts'
import { findEntry } from '../catalogue/queries.ts'
import { findConcern } from '../concerns/queries.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { findMeeting } from '../meetings/queries.ts'
import type { Work } from '../storage/database.ts'
import { ownersAmong } from './owner-queries.ts'
import { findCommitment, isCommitmentTaken, promisesFor } from './queries.ts'

export type AboutOne = PlaceCommand & { commitmentId: CommitmentId }

export async function loadSpoken(work: Work, { placeId, commitmentId }: AboutOne): Promise<SpokenState> {
  const commitment = await findCommitment(work, placeId, commitmentId)
  return { commitment, meeting: commitment && (await findMeeting(work, placeId, commitment.meetingId)) }
}

const peopleNamed = (
  work: Work,
  { placeId, ownerId, coOwners }: PlaceCommand & Pick<Promised, 'ownerId' | 'coOwners'>,
): Promise<readonly KnownPerson[]> => {
  const ids = [ownerId, ...coOwners.map(({ personId }) => personId)].filter((id) => id !== null)
  return ownersAmong(work, placeId, ids)
}

export const recordCommitment: CommandHandler<RecordCommitment, RecordCommitmentState, CommitmentEvent> = {
  load: async (work, command) => {
    const { placeId, meetingId, commitmentId, concernId } = command
    return {
      meeting: await findMeeting(work, placeId, meetingId),
      concern: concernId === null ? null : await findConcern(work, placeId, concernId),
      isTaken: await isCommitmentTaken(work, commitmentId),
      entry: await findEntry(work, placeId, command.entryId),
      calendar: await calendarAt(work, placeId),
      people: await peopleNamed(work, command),
    }
  },
  decide: decideRecordCommitment,
}

export const takeOn: CommandHandler<TakeOn, TakeOnState, CommitmentEvent> = {
  load: async (work, { placeId, meetingId, commitmentId, concernId }, { personId }) => ({
    meeting: await findMeeting(work, placeId, meetingId),
    concern: concernId === null ? null : await findConcern(work, placeId, concernId),
    isTaken: await isCommitmentTaken(work, commitmentId),
    entry: null,
    promises: concernId === null ? [] : await promisesFor(work, placeId, concernId),
    calendar: await calendarAt(work, placeId),
    people: await peopleNamed(work, { placeId, ownerId: personId, coOwners: [] }),
  }),
  decide: decideTakeOn,
}

export const amendCommitment: CommandHandler<
  AmendCommitment,
  SpokenState & Pick<RecordCommitmentState, 'people' | 'calendar'>,
  CommitmentEvent | MeetingEvent
> = {
  load: async (work, command) => ({
    ...(await loadSpoken(work, command)),
    calendar: await calendarAt(work, command.placeId),
    people: await peopleNamed(work, command),
  }),
  decide: decideAmendCommitment,
}

export const readBackCommitment: CommandHandler<
  ReadBackCommitment,
  SpokenState,
  CommitmentEvent | MeetingEvent
> = {
  load: loadSpoken,
  decide: decideReadBackCommitment,
}

export const linkOwner: CommandHandler<LinkOwner, LinkOwnerState, CommitmentEvent> = {
  load: async (work, { placeId, commitmentId, personId }) => ({
    commitment: await findCommitment(work, placeId, commitmentId),
    person: (await ownersAmong(work, placeId, [personId]))[0] ?? null,
  }),
  decide: decideLinkOwner,
}
