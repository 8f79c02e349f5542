import { roomReads } from '../../shared/protocol/contract.ts'
import { readsOf, type Feature } from '../app/feature.ts'
import { readRoom } from './reads.ts'

export const room: Feature = {
  handlers: [],
  projections: {},
  present: () => null,
  reads: readsOf(roomReads, { '/api/places/:placeId/meetings/:meetingId/room': readRoom }),
}
