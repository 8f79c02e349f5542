import { alikeFirst, piecesOf, type AlikeMatter } from '../../shared/concerns/alike.ts'
import type { Concern } from '../../shared/concerns/concern.ts'
import { concernFor, mayFind } from '../../shared/concerns/present.ts'
import type { Viewer } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { promisesFor } from '../commitments/queries.ts'
import { publicPathOf } from '../concerns/address-queries.ts'
import { concernsByIds, mattersSharing } from '../concerns/queries.ts'
import type { Reader } from '../storage/database.ts'

/** What was asked before in the same words. */
export async function alikeFor(
  reader: Reader,
  placeId: PlaceId,
  viewer: Viewer,
  text: string,
): Promise<readonly AlikeMatter[]> {
  const sharing = await mattersSharing(reader, placeId, piecesOf(text))
  const gone = sharing.flatMap(({ mergedIntoId }) => mergedIntoId ?? [])
  // Whoever says it as one that was put together with another finds the one that stands.
  const into = new Map((await concernsByIds(reader, gone)).map((one) => [one.id, one]))
  const best = alikeFirst(text, sharing).map((one) => into.get(one.mergedIntoId ?? '') ?? one)
  const seen = [...new Map(best.map((one) => [one.id, one])).values()].flatMap((one) =>
    mayFind(one, viewer) ? (concernFor(one, viewer) ?? []) : [],
  )
  return Promise.all(seen.map((concern) => withDay(reader, placeId, concern)))
}

async function withDay(reader: Reader, placeId: PlaceId, concern: Concern): Promise<AlikeMatter> {
  const { id, no, meetingId, state, text, outcome, route, voices, raisedAt } = concern
  const promises = await promisesFor(reader, placeId, id)
  const standing = promises.filter((one) => one.state !== 'spoken' && one.state !== 'dropped')
  const dueOn = standing.at(-1)?.dueOn ?? null
  const publicPath = await publicPathOf(reader, placeId, concern)
  return { id, no, placeId, meetingId, state, text, outcome, route, voices, raisedAt, dueOn, publicPath }
}
