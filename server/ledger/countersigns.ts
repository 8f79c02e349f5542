import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import {
  countersignIn,
  decideCountersignMonth,
  type Countersign,
  type CountersignEvent,
  type CountersignState,
  type CountersignsView,
} from '../../shared/ledger/countersign.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { Month } from '../../shared/ledger/month.ts'
import { AtPlace, type CountersignMonth } from '../../shared/ledger/schema.ts'
import { supervisorAt } from '../commitments/above-queries.ts'
import type { Parts } from '../feature.ts'
import type { CommandHandler, Projections } from '../journal/handler.ts'
import { findPlace } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'

export const countersignMonth: CommandHandler<CountersignMonth, CountersignState, CountersignEvent> = {
  load: async (work, { placeId, month }, { personId }) => ({
    signed: await countersignsOf(work, placeId, month),
    by: await supervisorAt(work, await findPlace(work, placeId), personId),
  }),
  decide: decideCountersignMonth,
}

export const projectCountersigns: Projections<CountersignEvent> = {
  'month-countersigned': (work, event) =>
    work
      .insertInto('countersigns')
      .values({ ...countersignIn(event), placeId: event.placeId })
      .execute(),
}

/** Who of the supervision stands for the sheet of a month, or of every month. */
export async function countersignsOf(
  reader: Reader,
  placeId: PlaceId,
  month?: Month,
): Promise<readonly Countersign[]> {
  const all = reader
    .selectFrom('countersigns')
    .select(['month', 'personId', 'name', 'post', 'on'])
    .where('placeId', '=', placeId)
    .orderBy('month')
    .orderBy('on')
    .orderBy('personId')
  return (month === undefined ? all : all.where('month', '=', month)).execute()
}

/** GET who of the supervision stands for which month. */
export function countersignsRoute(app: FastifyInstance, parts: Parts): void {
  app.get<{ Params: Static<typeof AtPlace> }>(
    '/api/places/:placeId/countersigns',
    {
      schema: {
        tags: ['reads'],
        operationId: 'countersigns',
        summary: 'Which months of a place were countersigned by its supervision, for everybody',
        params: AtPlace,
      },
    },
    async ({ params: { placeId } }): Promise<CountersignsView> => {
      if (!(await findPlace(parts.database.reader, placeId))) throw refuse('not-found', 'placeId')
      const { today } = await parts.momentAt(placeId)
      return { today, countersigns: await countersignsOf(parts.database.reader, placeId) }
    },
  )
}
