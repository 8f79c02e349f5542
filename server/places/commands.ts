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
import type {
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
  decide: decideRenamePlace,
  load: async (work, { placeId }) => ({ place: await findPlace(work, placeId) }),
}

export const nameLevels: CommandHandler<NameLevels, PlaceState, PlaceEvent> = {
  decide: decideNameLevels,
  load: async (work, { placeId }) => ({ place: await findPlace(work, placeId) }),
}

export const setRaiserNaming: CommandHandler<SetRaiserNaming, RaiserNamingState, PlaceEvent> = {
  decide: decideSetRaiserNaming,
  load: async (work, { placeId }) => ({
    place: await findPlace(work, placeId),
    areRaisersNamed: await areRaisersNamed(work, placeId),
  }),
}

export const drawGrid: CommandHandler<DrawGrid, DrawGridState, PlaceEvent> = {
  decide: decideDrawGrid,
  load: async (work, { placeId, gridId }) => ({
    place: await findPlace(work, placeId),
    isTaken: (await findPlace(work, gridId)) !== null,
    grids: await gridsOf(work, placeId),
  }),
}

export const renameGrid: CommandHandler<RenameGrid, RenameGridState, PlaceEvent> = {
  decide: decideRenameGrid,
  load: async (work, { placeId }) => ({
    place: await findPlace(work, placeId),
    grids: await gridsOf(work, placeId),
  }),
}
