import { presentPlace } from '../../shared/places/present.ts'
import type { Feature } from '../feature.ts'
import { drawGrid, foundPlace, nameLevels, renameGrid, renamePlace, setRaiserNaming } from './commands.ts'
import { placeProjections } from './projection.ts'
import { placeRoutes } from './routes.ts'

export const places: Feature = {
  handlers: [foundPlace, renamePlace, nameLevels, setRaiserNaming, drawGrid, renameGrid],
  projections: placeProjections,
  present: presentPlace,
  routes: placeRoutes,
}
