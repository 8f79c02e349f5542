import Type from 'typebox'
import { AnyQuery, AtPlace, Closed, Nothing } from '../kernel/schema.ts'
import { FormatAnswer, MeetingsViewAnswer } from './answers.ts'
import { command, read } from '../kernel/contract.ts'
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
  RescheduleMeeting,
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
  command('reschedule-meeting', RescheduleMeeting),
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

/** What one may read about meetings. */
export const meetingReads = [
  read('/api/formats', {
    summary: 'How evenings may run',
    params: Nothing,
    query: AnyQuery,
    answer: Closed({ formats: Type.Array(FormatAnswer) }),
  }),
  read('/api/places/:placeId/meetings', {
    summary: 'All meetings of a place, for the staff',
    params: AtPlace,
    query: AnyQuery,
    answer: MeetingsViewAnswer,
  }),
] as const
