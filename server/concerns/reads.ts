import { commentFor } from '../../shared/comments/present.ts'
import type { concernReads } from '../../shared/concerns/contract.ts'
import { concernFor } from '../../shared/concerns/present.ts'
import type { ReadHandler } from '../app/feature.ts'
import { unseenComments } from '../comments/queries.ts'
import { headOf } from '../journal/read.ts'
import { waitingConcerns } from './queries.ts'

type ConcernRead<Path extends (typeof concernReads)[number]['path']> = ReadHandler<typeof concernReads, Path>

/** GET what came in and has no outcome, from whatever evening or channel. */
export const readInbox: ConcernRead<'/api/places/:placeId/inbox'> = async (request, context) => {
  const { placeId } = request.params
  const { today } = await context.momentAt(placeId)
  const viewer = await context.viewerAt(request, placeId, null)
  return context.database.snapshot(async (reader) => ({
    asOf: await headOf(reader, placeId),
    today,
    concerns: (await waitingConcerns(reader, placeId))
      .map((concern) => concernFor(concern, viewer))
      .filter((concern) => concern !== null),
    comments: (await unseenComments(reader, placeId)).flatMap(({ comment, meeting }) => {
      const known = commentFor(comment, viewer)
      return known ? { comment: known, meeting } : []
    }),
  }))
}
