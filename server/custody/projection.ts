import type { Custody, CustodyEvent } from '../../shared/custody/custody.ts'
import { custodyAfter, stepIn, type GridEvent } from '../../shared/custody/evolve.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { DerivedWrites, Following, Projections } from '../journal/handler.ts'
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
  'matter-passed': put,
}

/** What a grid gets when a matter is raised there is no step of its own: the matter's own event tells it. */
export const deriveGridInbox: DerivedWrites<GridEvent> = {
  'concern-raised': receive,
  'concern-described': receive,
}

function receive(event: RecordedEvent<GridEvent>): Following {
  const { placeId, data } = event
  return {
    key: `custody:${placeId}:${data.concernId}:${event.seq}`,
    write: async (work) => keep(work, custodyAfter(event, await findCustody(work, placeId, data.concernId))),
  }
}

async function put(work: Work, event: RecordedEvent<CustodyEvent>): Promise<void> {
  const { placeId, data } = event
  const { on: onDay, ...step } = stepIn(event)!
  await work
    .insertInto('custodySteps')
    .values({ ...step, onDay, placeId })
    .execute()
  await keep(work, custodyAfter(event, await findCustody(work, placeId, data.concernId)))
}

async function keep(work: Work, after: Custody | null): Promise<void> {
  if (!after) return
  const row = rowOf(after)
  await work
    .insertInto('custodies')
    .values(row)
    .onConflict((conflict) => conflict.column('concernId').doUpdateSet(row))
    .execute()
}
