import { visitCommands, visitReads } from '../../shared/visits/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import { presentVisit } from '../../shared/visits/present.ts'
import type { VisitEvent } from '../../shared/visits/visit.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import { changeVisit, dropVisit, noteVisit, raiseFromVisit } from './commands.ts'
import { projectVisits } from './projection.ts'

import { readVisits } from './reads.ts'

export const visits: Feature = {
  handlers: handlersOf(visitCommands, {
    'note-visit': noteVisit,
    'change-visit': changeVisit,
    'drop-visit': dropVisit,
    'raise-from-visit': raiseFromVisit,
  }),
  projections: projectVisits,
  present: presentVisit,
  subjectsOf: ({ data }: RecordedEvent<VisitEvent>) => data.readerIds,
  reads: readsOf(visitReads, {
    '/api/places/:placeId/visits': readVisits,
  }),
}
