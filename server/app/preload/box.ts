import type { FastifyRequest } from 'fastify'
import type { AppContext } from '../feature.ts'
import { randomId } from '../../browser/random-id.ts'
import { findPlace } from '../../places/queries.ts'
import { mineFor } from '../../ledger/mine.ts'
import { laneOf, type Preloading } from './preload.ts'

/** What the form of the box asks; whoever has a session is shown their own matters by their scripts. */
export async function preloadBox(context: AppContext, request: FastifyRequest): Promise<Preloading> {
  const { placeId } = request.params as { readonly placeId: string }
  const place = request.session ? null : await findPlace(context.database.reader, placeId)
  if (!place) return { answers: {} }
  const viewer = await context.viewerAt(request, placeId, null)
  const { today } = await context.momentAt(placeId)
  const mine = await context.database.snapshot((reader) => mineFor(reader, place, viewer, today))
  return {
    answers: { [`/api/places/${placeId}/mine`]: mine, 'form-id': randomId(context), ...laneOf(request) },
  }
}
