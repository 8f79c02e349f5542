import { meetingCommands, meetingReads } from '../../shared/meetings/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import { presentMeeting } from '../../shared/meetings/present.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import { addAgendaItem, dropAgendaItem, moveAgendaItem, renameAgendaItem } from './agenda-commands.ts'
import {
  clearFloor,
  clearWall,
  closeMeeting,
  giveFloor,
  openMeeting,
  renameMeeting,
  reopenMeeting,
  rescheduleMeeting,
  setModeration,
  showPromise,
  startAgendaItem,
} from './commands.ts'
import { meetingProjections } from './projection.ts'
import { codeRoute } from './routes.ts'
import { takenBack, wordsNow } from './taken-back.ts'

import { readFormats, readMeetings } from './reads.ts'

export const meetings: Feature = {
  handlers: handlersOf(meetingCommands, {
    'rename-meeting': renameMeeting,
    'reschedule-meeting': rescheduleMeeting,
    'add-agenda-item': addAgendaItem,
    'rename-agenda-item': renameAgendaItem,
    'move-agenda-item': moveAgendaItem,
    'drop-agenda-item': dropAgendaItem,
    'open-meeting': openMeeting,
    'set-moderation': setModeration,
    'start-agenda-item': startAgendaItem,
    'show-promise': showPromise,
    'give-floor': giveFloor,
    'clear-floor': clearFloor,
    'clear-wall': clearWall,
    'close-meeting': closeMeeting,
    'reopen-meeting': reopenMeeting,
  }),
  projections: meetingProjections,
  present: presentMeeting,
  takenBack,
  wordsNow,
  reads: readsOf(meetingReads, {
    '/api/formats': readFormats,
    '/api/places/:placeId/meetings': readMeetings,
  }),
  routes: codeRoute,
}
