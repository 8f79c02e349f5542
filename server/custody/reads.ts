import type { custodyReads } from '../../shared/custody/contract.ts'
import type { ReadHandler } from '../app/feature.ts'
import type { Concern } from '../../shared/concerns/concern.ts'
import type { Custody, LadderView } from '../../shared/custody/custody.ts'
import { concernFor } from '../../shared/concerns/present.ts'
import { isStaff, type Viewer } from '../../shared/kernel/event.ts'
import type { ConcernId, PlaceId } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { findConcern } from '../concerns/queries.ts'
import { headOf } from '../journal/read.ts'
import { postsOfPerson } from '../people/queries.ts'
import { findPlace, placesByIds, withLevelNames } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'
import { custodiesAt, custodiesOf, custodyStepsOf, ladderOf, tossedBelow } from './queries.ts'

type CustodyRead<Path extends (typeof custodyReads)[number]['path']> = ReadHandler<typeof custodyReads, Path>

/** GET what was handed on: from this place for everybody, to this place and back and forth below it for its staff. */
export const readLadder: CustodyRead<'/api/places/:placeId/ladder'> = async (request, context) => {
  const { placeId } = request.params
  if (!(await findPlace(context.database.reader, placeId))) throw refuse('not-found', 'placeId')
  const viewer = await context.viewerAt(request, placeId, null)
  return context.database.snapshot((reader) => ladderViewFor(reader, placeId, viewer))
}

async function ladderViewFor(reader: Reader, placeId: PlaceId, viewer: Viewer): Promise<LadderView> {
  const isOwn = isStaff(viewer)
  const custodies = await custodiesOf(reader, placeId)
  const held = isOwn ? await custodiesAt(reader, placeId) : []
  const tossed = isOwn ? await tossedBelow(reader, placeId) : []
  const ours = await oursOf(reader, placeId, viewer)
  const isOurs = ({ holderId, offer }: Custody): boolean =>
    offer ? ours.includes(offer.toPlaceId) : holderId !== placeId && ours.includes(holderId)
  const ids = [
    ...custodies.filter(isOurs).map(({ id }) => [placeId, id] as const),
    ...held.map(({ id, firstPlaceId }) => [firstPlaceId, id] as const),
    ...tossed.map(({ concernId, firstPlaceId }) => [firstPlaceId, concernId] as const),
  ]
  const ladder = await ladderOf(reader, placeId, null)
  const named = [
    ...ladder,
    ...[...custodies, ...held].flatMap((one) => [one.firstPlaceId, one.holderId, ...offered(one)]),
    ...tossed.flatMap(({ firstPlaceId, between }) => [firstPlaceId, ...between]),
  ]
  return {
    asOf: await headOf(reader, placeId),
    ladder: await withLevelNames(
      reader,
      placeId,
      (await Promise.all(ladder.map((id) => findPlace(reader, id)))).filter((one) => one !== null),
    ),
    custodies,
    ours,
    steps: await custodyStepsOf(reader, placeId),
    held,
    tossed,
    places: await withLevelNames(reader, placeId, await placesByIds(reader, [...new Set(named)])),
    concerns: await mattersOf(reader, ids, viewer),
  }
}

/** Whoever works in a grid and nothing else there has what is in that grid before them. */
async function oursOf(reader: Reader, placeId: PlaceId, viewer: Viewer): Promise<readonly PlaceId[]> {
  if (!viewer.roles.includes('grid-worker') || viewer.personId === null) return [placeId]
  const posts = await postsOfPerson(reader, viewer.personId)
  const grids = posts.flatMap((post) => (post.placeId === placeId ? (post.gridId ?? []) : []))
  const isMore = viewer.roles.some((role) => role !== 'grid-worker' && isStaff({ roles: [role] }))
  return isMore ? [placeId, ...grids] : grids
}

const offered = ({ offer }: Custody): readonly PlaceId[] =>
  offer ? [offer.fromPlaceId, offer.toPlaceId] : []

/** Matters of other places, without their names: who raised one stays where it was raised. */
async function mattersOf(
  reader: Reader,
  ids: readonly (readonly [PlaceId, ConcernId])[],
  viewer: Viewer,
): Promise<readonly Concern[]> {
  const found = new Map<ConcernId, Concern>()
  for (const [placeId, id] of ids) {
    const concern = await findConcern(reader, placeId, id)
    const shown = concern && concernFor(concern, { ...viewer, id: '', roles: [] })
    if (shown) found.set(id, shown)
  }
  return [...found.values()]
}
