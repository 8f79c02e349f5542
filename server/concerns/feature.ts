import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import { presentConcern } from '../../shared/concerns/present.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Feature } from '../feature.ts'
import {
  agreeWording,
  answerConcern,
  declineConcern,
  putToAssembly,
  raiseConcern,
  referConcern,
  rewordConcern,
  takeBackOutcome,
} from './commands.ts'
import {
  addVoice,
  closeConcern,
  describeConcern,
  handOutSlip,
  mergeConcerns,
  putOnAgenda,
  takeBackMerge,
  withdrawConcern,
} from './commands-over.ts'
import { projectConcerns } from './projection.ts'

import { concernRoutes } from './routes.ts'
import { takenBack, wordsNow } from './taken-back.ts'

export const concerns: Feature = {
  handlers: [
    raiseConcern,
    agreeWording,
    describeConcern,
    rewordConcern,
    answerConcern,
    referConcern,
    putToAssembly,
    declineConcern,
    takeBackOutcome,
    withdrawConcern,
    mergeConcerns,
    takeBackMerge,
    addVoice,
    handOutSlip,
    closeConcern,
    putOnAgenda,
  ],
  projections: projectConcerns,
  present: presentConcern,
  takenBack,
  wordsNow,
  subjectsOf: (event: RecordedEvent<ConcernEvent>) =>
    event.type === 'concern-raised' && event.data.raisedById !== null ? [event.data.raisedById] : [],
  routes: concernRoutes,
}
