import {
  decideDrawGrid,
  decideFoundPlace,
  decideNameLevels,
  decideRenameGrid,
  decideRenamePlace,
  decideSetRaiserNaming,
  type DrawGridState,
  type FoundPlaceState,
  type PlaceState,
  type RaiserNamingState,
  type RenameGridState,
} from '../../shared/places/decide.ts'
import {
  DrawGrid,
  FoundPlace,
  NameLevels,
  RenameGrid,
  RenamePlace,
  SetRaiserNaming,
} from '../../shared/places/schema.ts'
import type { PlaceEvent } from '../../shared/places/place.ts'
import type { CommandHandler } from '../journal/handler.ts'
import { areRaisersNamed, childrenOf, findPlace, gridsOf, holdsTownshipAt } from './queries.ts'

export const foundPlace: CommandHandler<FoundPlace, FoundPlaceState, PlaceEvent> = {
  name: 'found-place',
  schema: FoundPlace,
  decide: decideFoundPlace,
  async load(work, { placeId, parentId }, { personId }) {
    const parent = parentId === null ? null : await findPlace(work, parentId)
    return {
      parent,
      isTaken: (await findPlace(work, placeId)) !== null,
      siblings: parentId === null ? [] : await childrenOf(work, parentId),
      holdsTownshipAtParent:
        parent !== null && personId !== null && (await holdsTownshipAt(work, personId, parent.id)),
    }
  },
}

export const renamePlace: CommandHandler<RenamePlace, PlaceState, PlaceEvent> = {
  name: 'rename-place',
  schema: RenamePlace,
  decide: decideRenamePlace,
  load: async (work, { placeId }) => ({ place: await findPlace(work, placeId) }),
}

export const nameLevels: CommandHandler<NameLevels, PlaceState, PlaceEvent> = {
  name: 'name-levels',
  schema: NameLevels,
  decide: decideNameLevels,
  load: async (work, { placeId }) => ({ place: await findPlace(work, placeId) }),
}

export const setRaiserNaming: CommandHandler<SetRaiserNaming, RaiserNamingState, PlaceEvent> = {
  name: 'set-raiser-naming',
  schema: SetRaiserNaming,
  decide: decideSetRaiserNaming,
  load: async (work, { placeId }) => ({
    place: await findPlace(work, placeId),
    areRaisersNamed: await areRaisersNamed(work, placeId),
  }),
}

export const drawGrid: CommandHandler<DrawGrid, DrawGridState, PlaceEvent> = {
  name: 'draw-grid',
  schema: DrawGrid,
  decide: decideDrawGrid,
  load: async (work, { placeId, gridId }) => ({
    place: await findPlace(work, placeId),
    isTaken: (await findPlace(work, gridId)) !== null,
    grids: await gridsOf(work, placeId),
  }),
}

export const renameGrid: CommandHandler<RenameGrid, RenameGridState, PlaceEvent> = {
  name: 'rename-grid',
  schema: RenameGrid,
  decide: decideRenameGrid,
  load: async (work, { placeId }) => ({
    place: await findPlace(work, placeId),
    grids: await gridsOf(work, placeId),
  }),
}
