import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import { presentConcern } from '../../shared/concerns/present.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Feature } from '../feature.ts'
import {
  answerConcern,
  declineConcern,
  raiseConcern,
  referConcern,
  rewordConcern,
  takeBackOutcome,
} from './commands.ts'
import { projectConcerns } from './projection.ts'

export const concerns: Feature = {
  handlers: [raiseConcern, rewordConcern, answerConcern, referConcern, declineConcern, takeBackOutcome],
  projections: projectConcerns,
  present: presentConcern,
  subjectsOf: (event: RecordedEvent<ConcernEvent>) =>
    event.type === 'concern-raised' && event.data.raisedById !== null ? [event.data.raisedById] : [],
}
