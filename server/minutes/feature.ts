import { minutesCommands, minutesReads } from '../../shared/minutes/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import { presentMinutes } from '../../shared/minutes/present.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import { markLateEditRead, nameMinutesPoint, signMinutes, takeBackSignature } from './commands.ts'
import { cancelErratum, openErratum } from './erratum-commands.ts'
import { projectMinutes } from './projection.ts'
import { applyRetention } from './history/retention.ts'
import { minutesRoutes, minutesStream } from './routes.ts'

import { readHistory, readLateEdits, readMinutes } from './reads.ts'

export const minutes: Feature = {
  handlers: handlersOf(minutesCommands, {
    'sign-minutes': signMinutes,
    'take-back-signature': takeBackSignature,
    'open-erratum': openErratum,
    'cancel-erratum': cancelErratum,
    'mark-late-edit-read': markLateEditRead,
    'name-minutes-point': nameMinutesPoint,
  }),
  projections: projectMinutes,
  present: presentMinutes,
  reads: readsOf(minutesReads, {
    '/api/places/:placeId/meetings/:meetingId/minutes': readMinutes,
    '/api/places/:placeId/meetings/:meetingId/minutes/history': readHistory,
    '/api/places/:placeId/meetings/:meetingId/late-edits': readLateEdits,
  }),
  routes: minutesRoutes,
  sweeps: [applyRetention],
  stream: minutesStream,
}
