import type { QueryOf } from '../../shared/kernel/contract.ts'
import type { visitReads } from '../../shared/visits/contract.ts'
import type { ReadHandler } from '../app/feature.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { type Viewer } from '../../shared/kernel/event.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { VisitsView } from '../../shared/visits/visit.ts'
import { concernsByIds } from '../concerns/queries.ts'
import { headOf } from '../journal/read.ts'
import { findPlace, gridsOf } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'
import { visitsFor } from './queries.ts'

type VisitRead<Path extends (typeof visitReads)[number]['path']> = ReadHandler<typeof visitReads, Path>

const VISITS_OF_A_PAGE = 40

/** GET the notes that whoever asks may read: their own, those of visits they went along to, or all of the place. */
export const readVisits: VisitRead<'/api/places/:placeId/visits'> = async (request, context, reply) => {
  const { placeId } = request.params
  const viewer = await context.viewerAt(request, placeId, null)
  if (!(await findPlace(context.database.reader, placeId))) throw refuse('not-found', 'placeId')
  const { today } = await context.momentAt(placeId)
  reply.header('cache-control', 'no-store')
  return context.database.snapshot((reader) => viewFor(reader, viewer, today, request.query))
}

async function viewFor(
  reader: Reader,
  viewer: Viewer,
  today: Day,
  { concern: concernId, before }: QueryOf<typeof visitReads, '/api/places/:placeId/visits'>,
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
