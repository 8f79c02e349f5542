import { minutesCommands } from '../../shared/minutes/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import { presentMinutes } from '../../shared/minutes/present.ts'
import type { Feature } from '../feature.ts'
import { markLateEditRead, nameMinutesPoint, signMinutes, takeBackSignature } from './commands.ts'
import { cancelErratum, openErratum } from './erratum-commands.ts'
import { projectMinutes } from './projection.ts'
import { trimResting } from './resting.ts'
import { minutesRoutes, minutesStream } from './routes.ts'

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
  routes: minutesRoutes,
  sweeps: [trimResting],
  stream: minutesStream,
}
