import type { CustodyEvent } from '../../shared/custody/custody.ts'
import { custodyAfter, stepIn } from '../../shared/custody/evolve.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { findCustody } from './queries.ts'
import { rowOf } from './rows.ts'

export const projectCustody: Projections<CustodyEvent> = {
  'matter-offered': put,
  'matter-accepted': put,
  'matter-returned': put,
  'offer-taken-back': put,
  'acceptance-taken-back': put,
  'unit-summoned': put,
  'unit-came': put,
}

async function put(work: Work, event: RecordedEvent<CustodyEvent>): Promise<void> {
  const { placeId, data } = event
  const { on: onDay, ...step } = stepIn(event)!
  await work
    .insertInto('custodySteps')
    .values({ ...step, onDay, placeId })
    .execute()
  const known = await findCustody(work, placeId, data.concernId)
  const after = custodyAfter(event, known)
  if (!after) return
  const row = rowOf(after)
  await work
    .insertInto('custodies')
    .values(row)
    .onConflict((conflict) => conflict.column('concernId').doUpdateSet(row))
    .execute()
}
