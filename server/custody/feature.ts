import { presentCustody } from '../../shared/custody/present.ts'
import type { Feature } from '../feature.ts'
import {
  acceptMatter,
  noteArrival,
  offerMatter,
  returnMatter,
  summonUnit,
  takeBackAcceptance,
  takeBackOffer,
} from './commands.ts'
import { movePlace } from './move-place.ts'
import { projectCustody, receiveInGrids } from './projection.ts'
import { custodyRoutes } from './routes.ts'

export const custody: Feature = {
  handlers: [
    offerMatter,
    acceptMatter,
    returnMatter,
    takeBackOffer,
    takeBackAcceptance,
    summonUnit,
    noteArrival,
    movePlace,
  ],
  projections: projectCustody,
  follows: receiveInGrids,
  present: presentCustody,
  routes: custodyRoutes,
}
