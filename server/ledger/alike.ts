import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { alikeFirst, piecesOf, type Alike, type AlikeMatter } from '../../shared/concerns/alike.ts'
import { isRaiser, type Concern } from '../../shared/concerns/concern.ts'
import { concernFor } from '../../shared/concerns/present.ts'
import { isStaff, type Viewer } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { AlikeQuery, AtPlace } from '../../shared/ledger/schema.ts'
import {
  RISING_COMPARED_MOST,
  risingFrom,
  risingGroups,
  type RisingView,
} from '../../shared/ledger/rising.ts'
import { promisesFor } from '../commitments/queries.ts'
import { publicPathOf } from '../concerns/address-queries.ts'
import { concernsByIds, concernsSince, mattersSharing } from '../concerns/queries.ts'
import type { Parts } from '../feature.ts'
import { headOf } from '../journal/read.ts'
import { findPlace, placesByIds, villagesBelow } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'

/** GET what was asked before in the same words, and what is said again and again. */
export function alikeRoutes(app: FastifyInstance, parts: Parts): void {
  alikeRoute(app, parts)
  risingRoute(app, parts)
}

function alikeRoute(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof AtPlace>; Querystring: Static<typeof AlikeQuery> }>(
    '/api/places/:placeId/alike',
    {
      schema: {
        tags: ['reads'],
        operationId: 'alike',
        summary: "Matters of the place's own record that ask for something alike, the most alike first",
        params: AtPlace,
        querystring: AlikeQuery,
      },
    },
    async (request): Promise<Alike> => {
      const { placeId } = request.params
      if (!(await findPlace(parts.database.reader, placeId))) throw refuse('not-found', 'placeId')
      const viewer = await parts.viewerAt(request, placeId, null)
      const { q } = request.query
      return parts.database.snapshot(async (reader) => ({
        matters: await alikeFor(reader, placeId, viewer, q),
      }))
    },
  )
}

async function alikeFor(
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

/** Words that nobody has agreed to yet are not handed to everybody who searches. */
const mayFind = (concern: Concern, viewer: Viewer): boolean =>
  concern.state !== 'raised' || isStaff(viewer) || isRaiser(viewer, concern)

async function withDay(reader: Reader, placeId: PlaceId, concern: Concern): Promise<AlikeMatter> {
  const { id, no, meetingId, state, text, outcome, route, voices, raisedAt } = concern
  const promises = await promisesFor(reader, placeId, id)
  const standing = promises.filter((one) => one.state !== 'spoken' && one.state !== 'dropped')
  const dueOn = standing.at(-1)?.dueOn ?? null
  const publicPath = await publicPathOf(reader, placeId, concern)
  return { id, no, placeId, meetingId, state, text, outcome, route, voices, raisedAt, dueOn, publicPath }
}

function risingRoute(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof AtPlace> }>(
    '/api/places/:placeId/rising',
    {
      schema: {
        tags: ['reads'],
        operationId: 'rising',
        summary: 'Matters of the last 90 days that are alike, of the place or of the villages below it',
        params: AtPlace,
      },
    },
    async (request): Promise<RisingView> => {
      const { placeId } = request.params
      const viewer = await parts.viewerAt(request, placeId, null)
      if (viewer.kind === 'stranger') throw refuse('not-logged-in')
      if (!isStaff(viewer)) throw refuse('not-allowed')
      const place = await findPlace(parts.database.reader, placeId)
      if (!place) throw refuse('not-found', 'placeId')
      const { today } = await parts.momentAt(placeId)
      const from = risingFrom(today)
      return parts.database.snapshot(async (reader) => {
        const isAbove = place.kind === 'township' || place.kind === 'county'
        const placeIds = isAbove ? (await villagesBelow(reader, placeId)).map(({ id }) => id) : [placeId]
        const groups = risingGroups(await concernsSince(reader, placeIds, from, RISING_COMPARED_MOST))
        const named = groups.flatMap(({ matters }) => matters.map((matter) => matter.placeId))
        const places = await placesByIds(reader, [...new Set(named)])
        return { asOf: await headOf(reader, placeId), today, from, places, groups }
      })
    },
  )
}
