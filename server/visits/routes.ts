import type { FastifyInstance } from 'fastify'
import Type, { type Static } from 'typebox'
import type { Day } from '../../shared/kernel/day.ts'
import { isStaff, type Viewer } from '../../shared/kernel/event.ts'
import { ID_PATTERN } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import { Id } from '../../shared/kernel/schema.ts'
import type { VisitsView } from '../../shared/protocol/visits.ts'
import { concernsByIds } from '../concerns/queries.ts'
import type { Parts } from '../feature.ts'
import { headOf } from '../journal/read.ts'
import { findPlace, gridsOf } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'
import { visitsFor } from './queries.ts'

const VISITS_OF_A_PAGE = 40
const AtPlace = Type.Object({ placeId: Id() })
const Asked = Type.Object(
  {
    concern: Type.Optional(Id()),
    /** What the page before gave as `next`. */
    before: Type.Optional(Type.String({ pattern: `^[0-9]{4}-[0-9]{2}-[0-9]{2}_${ID_PATTERN.slice(1)}` })),
  },
  { additionalProperties: false },
)

/** GET the notes that whoever asks may read: their own, those of visits they went along to, or all of the place. */
export function visitRoutes(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof AtPlace>; Querystring: Static<typeof Asked> }>(
    '/api/places/:placeId/visits',
    {
      schema: {
        tags: ['reads'],
        operationId: 'visits',
        summary: 'Notes of visits that whoever asks may read, the latest first',
        params: AtPlace,
        querystring: Asked,
      },
    },
    async (request, reply): Promise<VisitsView> => {
      const { placeId } = request.params
      const viewer = await parts.viewerAt(request, placeId, null)
      if (viewer.kind === 'stranger') throw refuse('not-logged-in')
      if (!isStaff(viewer)) throw refuse('not-allowed')
      if (!(await findPlace(parts.database.reader, placeId))) throw refuse('not-found', 'placeId')
      const { today } = await parts.momentAt(placeId)
      reply.header('cache-control', 'no-store')
      return parts.database.snapshot((reader) => viewFor(reader, viewer, today, request.query))
    },
  )
}

async function viewFor(
  reader: Reader,
  viewer: Viewer,
  today: Day,
  { concern: concernId, before }: Static<typeof Asked>,
): Promise<VisitsView> {
  const { placeId } = viewer
  const [onDay = '', visitId = ''] = before?.split('_') ?? []
  const visits = await visitsFor(reader, placeId, viewer, {
    concernId,
    before: before === undefined ? undefined : { onDay, visitId },
    most: VISITS_OF_A_PAGE,
  })
  const raised = visits.flatMap((visit) => visit.raised.map((line) => line.concernId))
  const last = visits.length === VISITS_OF_A_PAGE ? visits.at(-1) : undefined
  return {
    asOf: await headOf(reader, placeId),
    today,
    grids: await gridsOf(reader, placeId),
    visits,
    concerns: (await concernsByIds(reader, raised)).map(({ id, no, state }) => ({ id, no, state })),
    next: last ? `${last.onDay}_${last.id}` : null,
  }
}
