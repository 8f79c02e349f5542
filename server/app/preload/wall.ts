import type { FastifyRequest } from 'fastify'
import { wallFor } from '../../wall/reads.ts'
import type { AppContext } from '../feature.ts'
import { notTold, type Preloading } from './preload.ts'

interface Address {
  readonly place?: unknown
  readonly code?: unknown
}

/** The picture of the evening that the whole address names; a code in the address goes before it. */
export async function preloadWall(context: AppContext, request: FastifyRequest): Promise<Preloading> {
  const { meetingId } = request.params as { readonly meetingId: string }
  const { place, code } = request.query as Address
  if (typeof place !== 'string' || code !== undefined || !request.session) return { answers: {} }
  const view = await wallFor(request, context, { placeId: place, meetingId }).catch(notTold)
  return { answers: view ? { [`/api/places/${place}/meetings/${meetingId}/wall`]: view } : {} }
}
