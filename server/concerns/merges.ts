import { sql } from 'kysely'
import type { Concern, ConcernEvent } from '../../shared/concerns/concern.ts'
import type { TakeBackMergeState } from '../../shared/concerns/decide-over.ts'
import { evolveConcerns } from '../../shared/concerns/evolve.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Reader } from '../storage/database.ts'

/** What a matter was before it was put together with another: only the journal still knows. */
export async function beforeMerge(
  reader: Reader,
  placeId: PlaceId,
  { id, state }: Concern,
): Promise<TakeBackMergeState['before']> {
  if (state !== 'merged') return null
  const told = await eventsNaming(reader, placeId, id)
  const at = told.findLastIndex(({ type, data }) => type === 'concern-merged' && data.concernId === id)
  const then = told.slice(0, at).reduce(evolveConcerns, [])
  const before = then.find((one) => one.id === id)?.state
  if (before !== 'raised' && before !== 'recorded' && before !== 'reopened') return null
  return { state: before, followerIds: followersIn(told.slice(0, at), id) }
}

/** Matters that had been put together with this one, and were not taken apart again. */
function followersIn(told: readonly RecordedEvent<ConcernEvent>[], id: string): readonly string[] {
  const followers = new Set<string>()
  for (const { type, data } of told) {
    if (type === 'concern-merged' && data.intoId === id) followers.add(data.concernId)
    if (type === 'merge-taken-back' && data.intoId === id) followers.delete(data.concernId)
  }
  return [...followers]
}

async function eventsNaming(
  reader: Reader,
  placeId: PlaceId,
  concernId: string,
): Promise<readonly RecordedEvent<ConcernEvent>[]> {
  const rows = await reader
    .selectFrom('journal')
    .select(['seq', 'type', 'data', 'actorId', 'recordedAt'])
    .where('placeId', '=', placeId)
    .where('data', 'like', sql<string>`${`%"${concernId}"%`}`)
    .orderBy('seq')
    .execute()
  // How it stood is told by facts alone.
  return rows.map(
    ({ data, ...row }) =>
      ({ ...row, placeId, data: JSON.parse(data), words: {} }) as unknown as RecordedEvent<ConcernEvent>,
  )
}
