import { custodyCommands, custodyReads } from '../../shared/custody/contract.ts'
import { handlersOf } from '../journal/handler.ts'
import { presentCustody } from '../../shared/custody/present.ts'
import { readsOf, type Feature } from '../app/feature.ts'
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
import { projectCustody, deriveGridInbox } from './projection.ts'

import { readLadder } from './reads.ts'

export const custody: Feature = {
  handlers: handlersOf(custodyCommands, {
    'offer-matter': offerMatter,
    'accept-matter': acceptMatter,
    'return-matter': returnMatter,
    'take-back-offer': takeBackOffer,
    'take-back-acceptance': takeBackAcceptance,
    'summon-unit': summonUnit,
    'note-arrival': noteArrival,
    'move-place': movePlace,
  }),
  projections: projectCustody,
  derivedWrites: deriveGridInbox,
  present: presentCustody,
  reads: readsOf(custodyReads, {
    '/api/places/:placeId/ladder': readLadder,
  }),
}
