import { wallReads } from '../../shared/protocol/contract.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import { readWall } from './reads.ts'

export const wall: Feature = {
  handlers: [],
  projections: {},
  present: () => null,
  reads: readsOf(wallReads, { '/api/places/:placeId/meetings/:meetingId/wall': readWall }),
}
