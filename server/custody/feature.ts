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
import { projectCustody } from './projection.ts'
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
  ],
  projections: projectCustody,
  present: presentCustody,
  routes: custodyRoutes,
}
