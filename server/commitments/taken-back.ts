import type { CommitmentEvent } from '../../shared/commitments/commitment.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Reader } from '../storage/database.ts'

/** Read back and then dropped, or put otherwise since: what the hall heard then no longer holds. */
export async function takenBack(
  reader: Reader,
  events: readonly RecordedEvent<CommitmentEvent>[],
): Promise<readonly number[]> {
  const spoken = events.filter(({ type }) => type === 'commitment-read-back')
  const ids = [...new Set(spoken.map(({ data }) => data.commitmentId))]
  if (ids.length === 0) return []
  const rows = await reader
    .selectFrom('commitments')
    .select(['id', 'state', 'readBackAt'])
    .where('id', 'in', ids)
    .execute()
  const standsAt = new Map(
    rows.map(({ id, state, readBackAt }) => [id, state === 'dropped' ? null : readBackAt]),
  )
  return spoken
    .filter(({ data, recordedAt }) => standsAt.get(data.commitmentId) !== recordedAt)
    .map(({ seq }) => seq)
}
