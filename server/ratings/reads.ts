import type { ratingReads } from '../../shared/ratings/contract.ts'
import type { ReadHandler } from '../app/feature.ts'
import { isOver } from '../../shared/concerns/concern.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { isCommitmentUp, isConcernUp } from '../../shared/ratings/rating.ts'
import { placeCommitmentsFor } from '../commitments/queries.ts'
import { placeConcernsFor } from '../concerns/queries.ts'
import { headOf } from '../journal/read.ts'
import { findPlace } from '../places/queries.ts'
import { concernsAskedBy, ratingsFor } from './queries.ts'

type RatingRead<Path extends (typeof ratingReads)[number]['path']> = ReadHandler<typeof ratingReads, Path>

/** GET what was judged and how, what waits to be judged, and what the viewer's own matters are. */
export const readRatings: RatingRead<'/api/places/:placeId/ratings'> = async (request, context) => {
  const { placeId } = request.params
  if (!(await findPlace(context.database.reader, placeId))) throw refuse('not-found', 'placeId')
  const viewer = await context.viewerAt(request, placeId, null)
  return context.database.snapshot(async (reader) => {
    const concerns = await placeConcernsFor(reader, placeId, viewer)
    const commitments = await placeCommitmentsFor(reader, placeId, viewer)
    return {
      asOf: await headOf(reader, placeId),
      ratings: await ratingsFor(reader, placeId, viewer),
      waiting: {
        concernIds: concerns.filter((one) => isConcernUp(one) && one.state !== 'rated').map(({ id }) => id),
        commitmentIds: commitments
          .filter((one) => isCommitmentUp(one) && one.state !== 'rated')
          .map(({ id }) => id),
      },
      forNextAgenda: concerns.filter((one) => one.isForNextAgenda && !isOver(one)).map(({ id }) => id),
      own: viewer.id === '' ? [] : await concernsAskedBy(reader, placeId, viewer.id),
    }
  })
}
