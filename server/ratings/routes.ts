import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import { isOver } from '../../shared/concerns/concern.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { Id } from '../../shared/kernel/schema.ts'
import type { RatingsView } from '../../shared/protocol/ladder.ts'
import { isCommitmentUp, isConcernUp } from '../../shared/ratings/rating.ts'
import { placeCommitmentsFor } from '../commitments/queries.ts'
import { placeConcernsFor } from '../concerns/queries.ts'
import type { Parts } from '../feature.ts'
import { headOf } from '../journal/read.ts'
import { findPlace } from '../places/queries.ts'
import { concernsAskedBy, ratingsFor } from './queries.ts'

const AtPlace = Type.Object({ placeId: Id() })

/** GET what was judged and how, what waits to be judged, and what the viewer's own matters are. */
export function ratingRoutes(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof AtPlace> }>(
    '/api/places/:placeId/ratings',
    {
      schema: {
        tags: ['reads'],
        summary: 'Ratings of a place, what waits for one, and the matters of whoever asks',
        params: AtPlace,
      },
    },
    async (request): Promise<RatingsView> => {
      const { placeId } = request.params
      if (!(await findPlace(parts.database.reader, placeId))) throw refuse('not-found', 'placeId')
      const viewer = await parts.viewerAt(request, placeId, null)
      return parts.database.snapshot(async (reader) => {
        const concerns = await placeConcernsFor(reader, placeId, viewer)
        const commitments = await placeCommitmentsFor(reader, placeId, viewer)
        return {
          asOf: await headOf(reader, placeId),
          ratings: await ratingsFor(reader, placeId, viewer),
          waiting: {
            concernIds: concerns
              .filter((one) => isConcernUp(one) && one.state !== 'rated')
              .map(({ id }) => id),
            commitmentIds: commitments
              .filter((one) => isCommitmentUp(one) && one.state !== 'rated')
              .map(({ id }) => id),
          },
          forNextAgenda: concerns.filter((one) => one.isForNextAgenda && !isOver(one)).map(({ id }) => id),
          own: viewer.id === '' ? [] : await concernsAskedBy(reader, placeId, viewer.id),
        }
      })
    },
  )
}
