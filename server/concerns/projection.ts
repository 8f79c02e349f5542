import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import { changeBy, concernRaised } from '../../shared/concerns/evolve.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { findConcern } from './queries.ts'
import { rowOf } from './rows.ts'

export const projectConcerns: Projections<ConcernEvent> = {
  'concern-raised': (work, event) =>
    work
      .insertInto('concerns')
      .values({ ...rowOf(concernRaised(event)), placeId: event.placeId })
      .execute(),
  'concern-recorded': change,
  'concern-described': change,
  'concern-reworded': change,
  'concern-answered': change,
  'concern-referred': change,
  'concern-put-to-assembly': change,
  'concern-declined': change,
  'concern-promised': change,
  'outcome-taken-back': change,
  'concern-withdrawn': change,
  'concern-rated': change,
  'concern-reopened': change,
  'concern-escalated': change,
  'concern-put-on-agenda': change,
  'concern-closed': change,
  'concern-merged': async (work, { data: { concernId, intoId, voices } }) => {
    const merged = { state: 'merged', mergedIntoId: intoId } as const
    await put(work, concernId, merged)
    await put(work, intoId, { voices })
    await work
      .updateTable('concerns')
      .set({ mergedIntoId: intoId })
      .where('mergedIntoId', '=', concernId)
      .execute()
  },
}

async function change(work: Work, event: RecordedEvent<ConcernEvent>): Promise<void> {
  const { concernId } = event.data
  const before = await findConcern(work, event.placeId, concernId)
  if (!before) throw new Error(`expected a concern, found none with id ${concernId}`)
  const facts = changeBy(event, before)
  if (facts && Object.keys(facts).length > 0) await put(work, concernId, rowOf({ ...before, ...facts }))
}

const put = (work: Work, concernId: string, facts: Partial<ReturnType<typeof rowOf>>) =>
  work.updateTable('concerns').set(facts).where('id', '=', concernId).execute()
