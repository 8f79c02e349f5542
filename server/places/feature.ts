import { placeCommands } from '../../shared/places/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import { presentPlace } from '../../shared/places/present.ts'
import type { Feature } from '../feature.ts'
import { drawGrid, foundPlace, nameLevels, renameGrid, renamePlace, setRaiserNaming } from './commands.ts'
import { placeProjections } from './projection.ts'
import { placeRoutes } from './routes.ts'

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
  routes: placeRoutes,
}
