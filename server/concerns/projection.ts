import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import { changeBy, concernRaised } from '../../shared/concerns/evolve.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { findConcern } from './queries.ts'
import { publicAddressFor } from './address-queries.ts'
import { emptyWithdrawn } from './emptying.ts'
import { putPieces, rowOf } from './rows.ts'

export const projectConcerns: Projections<ConcernEvent> = {
  'concern-raised': async (work, event) => {
    const concern = concernRaised(event)
    await work
      .insertInto('concerns')
      .values({ ...rowOf(concern), placeId: event.placeId })
      .execute()
    await putPieces(work, event.placeId, concern)
    await work
      .insertInto('publicMatters')
      .values({ address: publicAddressFor(concern.id), placeId: event.placeId, concernId: concern.id })
      .execute()
  },
  'concern-recorded': change,
  'concern-described': change,
  'concern-reworded': async (work, event) => {
    await change(work, event)
    const concern = await findConcern(work, event.placeId, event.data.concernId)
    if (concern) await putPieces(work, event.placeId, concern)
  },
  'concern-answered': change,
  'concern-referred': change,
  'concern-put-to-assembly': change,
  'concern-declined': change,
  'concern-promised': change,
  'outcome-taken-back': change,
  'concern-withdrawn': async (work, event) => {
    await change(work, event)
    await emptyWithdrawn(work, event.placeId, event.data.concernId)
  },
  'voice-added': async (work, event) => {
    const { placeId, actorId, recordedAt: addedAt } = event
    const { concernId } = event.data
    await work.insertInto('concernVoices').values({ placeId, concernId, actorId, addedAt }).execute()
    await change(work, event)
  },
  'slip-handed-out': change,
  'concern-unimported': async (work, { placeId, data: { concernId } }) => {
    const concern = await findConcern(work, placeId, concernId)
    if (!concern) return
    await work
      .deleteFrom('concernPieces')
      .where('placeId', '=', placeId)
      .where('no', '=', concern.no)
      .execute()
    // Its public page goes with it.
    await work.deleteFrom('publicMatters').where('concernId', '=', concernId).execute()
    await work.deleteFrom('concerns').where('id', '=', concernId).execute()
  },
  'concern-rated': change,
  'concern-reopened': change,
  'concern-escalated': change,
  'concern-put-on-agenda': change,
  'concern-closed': change,
  'concern-marked-for-next': change,
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
  'merge-taken-back': async (work, { data: { concernId, intoId, voices, state, followerIds } }) => {
    await put(work, concernId, { state, mergedIntoId: null })
    await put(work, intoId, { voices })
    for (const followerId of followerIds) await put(work, followerId, { mergedIntoId: concernId })
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
