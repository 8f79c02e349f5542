import type { RecordedEvent } from '../../shared/kernel/event.ts'
import { presentVisit } from '../../shared/visits/present.ts'
import type { VisitEvent } from '../../shared/visits/visit.ts'
import type { Feature } from '../feature.ts'
import { changeVisit, dropVisit, noteVisit, raiseFromVisit } from './commands.ts'
import { projectVisits } from './projection.ts'
import { visitRoutes } from './routes.ts'

export const visits: Feature = {
  handlers: [noteVisit, changeVisit, dropVisit, raiseFromVisit],
  projections: projectVisits,
  present: presentVisit,
  subjectsOf: ({ data }: RecordedEvent<VisitEvent>) => data.readerIds,
  routes: visitRoutes,
}
