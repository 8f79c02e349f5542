import { decideRescheduleMeeting } from '../../shared/meetings/decide-plan.ts'
import * as decide from '../../shared/meetings/decide.ts'
import type { MeetingState } from '../../shared/meetings/decide.ts'
import type * as schema from '../../shared/meetings/schema.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import type { MeetingId } from '../../shared/kernel/id.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { findPerson } from '../people/queries.ts'
import type { Work } from '../storage/database.ts'
import { agendaOf, agendaPromisesOf, findMeeting } from './queries.ts'

interface MeetingCommand extends PlaceCommand {
  readonly meetingId: MeetingId
}
type MeetingCommandHandler<Command extends MeetingCommand, State> = CommandHandler<
  Command,
  State,
  MeetingEvent
>

const meetingAlone = async (work: Work, { placeId, meetingId }: MeetingCommand): Promise<MeetingState> => ({
  meeting: await findMeeting(work, placeId, meetingId),
})

export const renameMeeting: MeetingCommandHandler<schema.RenameMeeting, MeetingState> = {
  decide: decide.decideRenameMeeting,
  load: meetingAlone,
}

export const rescheduleMeeting: MeetingCommandHandler<schema.RescheduleMeeting, MeetingState> = {
  decide: decideRescheduleMeeting,
  load: meetingAlone,
}

export const openMeeting: MeetingCommandHandler<schema.OpenMeeting, decide.OpenMeetingState> = {
  decide: decide.decideOpenMeeting,
  load: async (work, command) => ({
    ...(await meetingAlone(work, command)),
    agenda: await agendaOf(work, command.meetingId),
    promises: await agendaPromisesOf(work, command.meetingId),
  }),
}

export const setModeration: MeetingCommandHandler<schema.SetModeration, MeetingState> = {
  decide: decide.decideSetModeration,
  load: meetingAlone,
}

export const startAgendaItem: MeetingCommandHandler<schema.StartAgendaItem, decide.StartAgendaItemState> = {
  decide: decide.decideStartAgendaItem,
  load: async (work, command) => ({
    ...(await meetingAlone(work, command)),
    agenda: await agendaOf(work, command.meetingId),
    promises: await agendaPromisesOf(work, command.meetingId),
  }),
}

export const showPromise: MeetingCommandHandler<schema.ShowPromise, decide.AgendaPromisesState> = {
  decide: decide.decideShowPromise,
  load: async (work, command) => ({
    ...(await meetingAlone(work, command)),
    promises: await agendaPromisesOf(work, command.meetingId),
  }),
}

export const giveFloor: MeetingCommandHandler<schema.GiveFloor, decide.GiveFloorState> = {
  decide: decide.decideGiveFloor,
  load: async (work, command) => ({
    ...(await meetingAlone(work, command)),
    isPersonKnown:
      command.personId === null || (await findPerson(work, command.placeId, command.personId)) !== null,
  }),
}

export const clearFloor: MeetingCommandHandler<schema.ClearFloor, MeetingState> = {
  decide: decide.decideClearFloor,
  load: meetingAlone,
}

export const clearWall: MeetingCommandHandler<schema.ClearWall, MeetingState> = {
  decide: decide.decideClearWall,
  load: meetingAlone,
}

export const closeMeeting: MeetingCommandHandler<schema.CloseMeeting, MeetingState> = {
  decide: decide.decideCloseMeeting,
  load: meetingAlone,
}

export const reopenMeeting: MeetingCommandHandler<schema.ReopenMeeting, MeetingState> = {
  decide: decide.decideReopenMeeting,
  load: meetingAlone,
}
