import { presentMinutes } from '../../shared/minutes/present.ts'
import type { Feature } from '../feature.ts'
import { markLateEditRead, nameMinutesPoint, signMinutes, takeBackSignature } from './commands.ts'
import { cancelErratum, openErratum } from './erratum-commands.ts'
import { projectMinutes } from './projection.ts'
import { trimResting } from './resting.ts'
import { minutesRoutes, minutesStream } from './routes.ts'

export const minutes: Feature = {
  handlers: [signMinutes, takeBackSignature, openErratum, cancelErratum, markLateEditRead, nameMinutesPoint],
  projections: projectMinutes,
  present: presentMinutes,
  routes: minutesRoutes,
  sweeps: [trimResting],
  stream: minutesStream,
}
