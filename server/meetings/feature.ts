import { presentMeeting } from '../../shared/meetings/present.ts'
import type { Feature } from '../feature.ts'
import { addAgendaItem, dropAgendaItem, moveAgendaItem, renameAgendaItem } from './agenda-commands.ts'
import {
  clearFloor,
  clearWall,
  closeMeeting,
  giveFloor,
  openMeeting,
  renameMeeting,
  reopenMeeting,
  setModeration,
  showPromise,
  startAgendaItem,
} from './commands.ts'
import { meetingProjections } from './projection.ts'
import { meetingRoutes } from './routes.ts'
import { takenBack, wordsNow } from './taken-back.ts'

export const meetings: Feature = {
  handlers: [
    renameMeeting,
    addAgendaItem,
    renameAgendaItem,
    moveAgendaItem,
    dropAgendaItem,
    openMeeting,
    setModeration,
    startAgendaItem,
    showPromise,
    giveFloor,
    clearFloor,
    clearWall,
    closeMeeting,
    reopenMeeting,
  ],
  projections: meetingProjections,
  present: presentMeeting,
  takenBack,
  wordsNow,
  routes: meetingRoutes,
}
