import * as decide from '../../shared/meetings/decide-agenda.ts'
import type { AgendaState } from '../../shared/meetings/decide-agenda.ts'
import type * as schema from '../../shared/meetings/schema.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import type { AgendaItemId, MeetingId } from '../../shared/kernel/id.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { agendaOf, findMeeting, isAgendaItemInUse, takenAgendaItemIds } from './queries.ts'

interface AgendaCommand extends PlaceCommand {
  readonly meetingId: MeetingId
  readonly agendaItemId: AgendaItemId
}
type AgendaCommandHandler<Command extends AgendaCommand, State> = CommandHandler<Command, State, MeetingEvent>

const agendaAlone = async (work: Work, { placeId, meetingId }: AgendaCommand): Promise<AgendaState> => {
  const meeting = await findMeeting(work, placeId, meetingId)
  return { meeting, agenda: meeting ? await agendaOf(work, meeting.id) : [] }
}

export const addAgendaItem: AgendaCommandHandler<schema.AddAgendaItem, decide.AddAgendaItemState> = {
  decide: decide.decideAddAgendaItem,
  load: async (work, command) => ({
    ...(await agendaAlone(work, command)),
    isTaken: (await takenAgendaItemIds(work, [command.agendaItemId])).length > 0,
  }),
}

export const renameAgendaItem: AgendaCommandHandler<schema.RenameAgendaItem, AgendaState> = {
  decide: decide.decideRenameAgendaItem,
  load: agendaAlone,
}

export const moveAgendaItem: AgendaCommandHandler<schema.MoveAgendaItem, AgendaState> = {
  decide: decide.decideMoveAgendaItem,
  load: agendaAlone,
}

export const dropAgendaItem: AgendaCommandHandler<schema.DropAgendaItem, decide.DropAgendaItemState> = {
  decide: decide.decideDropAgendaItem,
  load: async (work, command) => ({
    ...(await agendaAlone(work, command)),
    isInUse: await isAgendaItemInUse(work, command.agendaItemId),
  }),
}
