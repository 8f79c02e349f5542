import type { FastifyRequest } from 'fastify'
import { workPlaces } from '../../../shared/places/place.ts'
import { meetingsFor } from '../../meetings/reads.ts'
import { meOf } from '../../people/log-in/me.ts'
import type { AppContext } from '../feature.ts'
import type { Preloading } from './preload.ts'

/** What the desk's first page asks: who works there, and the evenings of the place that was chosen last. */
export async function preloadDesk(context: AppContext, request: FastifyRequest): Promise<Preloading> {
  const me = await meOf(context.database.reader, request, request.session)
  if (me.actor?.kind !== 'person') return { answers: { '/api/me': me } }
  const { place: asked } = request.query as { readonly place?: unknown }
  const places = workPlaces(me.places)
  const chosen = asked ?? request.cookies['desk-place']
  const place = places.find(({ id }) => id === chosen) ?? places[0]
  if (!place) return { answers: { '/api/me': me } }
  const meetings = await meetingsFor(context, place.id)
  return {
    answers: { '/api/me': me, 'desk-place': place.id, [`/api/places/${place.id}/meetings`]: meetings },
  }
}
