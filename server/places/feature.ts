import { placeCommands, placeReads } from '../../shared/places/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import { presentPlace } from '../../shared/places/present.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import { drawGrid, foundPlace, nameLevels, renameGrid, renamePlace, setRaiserNaming } from './commands.ts'
import { placeProjections } from './projection.ts'

import { readPlace } from './reads.ts'

export const places: Feature = {
  handlers: handlersOf(placeCommands, {
    'found-place': foundPlace,
    'rename-place': renamePlace,
    'name-levels': nameLevels,
    'set-raiser-naming': setRaiserNaming,
    'draw-grid': drawGrid,
    'rename-grid': renameGrid,
  }),
  projections: placeProjections,
  present: presentPlace,
  reads: readsOf(placeReads, {
    '/api/places/:placeId': readPlace,
  }),
}
