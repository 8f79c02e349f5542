import { command } from '../kernel/contract.ts'
import {
  AddAgendaItem,
  ClearFloor,
  ClearWall,
  CloseMeeting,
  DropAgendaItem,
  GiveFloor,
  MoveAgendaItem,
  OpenMeeting,
  RenameAgendaItem,
  RenameMeeting,
  ReopenMeeting,
  SetModeration,
  ShowPromise,
  StartAgendaItem,
} from './schema.ts'

/** What one may ask of meetings. */
export const meetingCommands = [
  command('add-agenda-item', AddAgendaItem),
  command('rename-agenda-item', RenameAgendaItem),
  command('move-agenda-item', MoveAgendaItem),
  command('drop-agenda-item', DropAgendaItem),
  command('rename-meeting', RenameMeeting),
  command('open-meeting', OpenMeeting),
  command('set-moderation', SetModeration),
  command('start-agenda-item', StartAgendaItem),
  command('show-promise', ShowPromise),
  command('give-floor', GiveFloor),
  command('clear-floor', ClearFloor),
  command('clear-wall', ClearWall),
  command('close-meeting', CloseMeeting),
  command('reopen-meeting', ReopenMeeting),
] as const
