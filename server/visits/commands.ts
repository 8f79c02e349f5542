import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import type { PlaceId, VisitId } from '../../shared/kernel/id.ts'
import type { Place } from '../../shared/places/place.ts'
import {
  decideChangeVisit,
  decideDropVisit,
  decideNoteVisit,
  decideRaiseFromVisit,
  type ChangeVisitState,
  type NoteVisitState,
  type OneVisitState,
  type RaiseFromVisitState,
} from '../../shared/visits/decide.ts'
import type { ChangeVisit, DropVisit, NoteVisit, RaiseFromVisit } from '../../shared/visits/schema.ts'
import type { VisitEvent } from '../../shared/visits/visit.ts'
import { isConcernTaken, nextConcernNo } from '../concerns/queries.ts'
import { workersOf } from '../people/queries.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { gridsOf } from '../places/queries.ts'
import type { Work } from '../storage/database.ts'
import { findVisit, isVisitTaken } from './queries.ts'

const load = async (
  work: Work,
  { placeId, visitId }: PlaceCommand & { visitId: VisitId },
): Promise<OneVisitState> => ({ visit: await findVisit(work, placeId, visitId) })

const gridOf = async (work: Work, placeId: PlaceId, gridId: PlaceId | null): Promise<Place | null> =>
  gridId === null ? null : ((await gridsOf(work, placeId)).find(({ id }) => id === gridId) ?? null)

export const noteVisit: CommandHandler<NoteVisit, NoteVisitState, VisitEvent> = {
  load: async (work, { placeId, visitId, gridId }) => ({
    isTaken: await isVisitTaken(work, visitId),
    grid: await gridOf(work, placeId, gridId),
  }),
  decide: decideNoteVisit,
}

export const changeVisit: CommandHandler<ChangeVisit, ChangeVisitState, VisitEvent> = {
  load: async (work, command) => ({
    ...(await load(work, command)),
    grid: await gridOf(work, command.placeId, command.gridId),
  }),
  decide: decideChangeVisit,
}

export const dropVisit: CommandHandler<DropVisit, OneVisitState, VisitEvent> = {
  load,
  decide: decideDropVisit,
}

export const raiseFromVisit: CommandHandler<RaiseFromVisit, RaiseFromVisitState, VisitEvent | ConcernEvent> =
  {
    async load(work, command) {
      const known = await load(work, command)
      return {
        ...known,
        isTaken: await isConcernTaken(work, command.concernId),
        nextNo: await nextConcernNo(work, command.placeId),
        isGridHeld: (await workersOf(work, known.visit?.gridId ?? null)).length > 0,
      }
    },
    decide: decideRaiseFromVisit,
  }
