import {
  countersignIn,
  decideCountersignMonth,
  type Countersign,
  type CountersignEvent,
  type CountersignState,
} from '../../../shared/ledger/month/countersign.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { Month } from '../../../shared/ledger/month/month.ts'
import type { CountersignMonth } from '../../../shared/ledger/schema.ts'
import { supervisorAt } from '../../commitments/above-queries.ts'
import type { CommandHandler, Projections } from '../../journal/handler.ts'
import { findPlace } from '../../places/queries.ts'
import type { Reader } from '../../storage/database.ts'

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
