import type { CommitmentEvent } from '../../shared/commitments/commitment.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import { undoneSince } from '../journal/undone.ts'
import type { Reader } from '../storage/database.ts'

/** Read back and then dropped, or put otherwise since, or reported done by slip: what the hall heard no longer holds. */
export async function takenBack(
  reader: Reader,
  events: readonly RecordedEvent<CommitmentEvent>[],
): Promise<readonly number[]> {
  const spoken = events.filter(({ type }) => type === 'commitment-read-back')
  const ids = [...new Set(spoken.map(({ data }) => data.commitmentId))]
  const reports = await undoneSince(reader, events, ['commitment-done'])
  if (ids.length === 0) return reports
  const rows = await reader
    .selectFrom('commitments')
    .select(['id', 'state', 'readBackAt'])
    .where('id', 'in', ids)
    .execute()
  const standsAt = new Map(
    rows.map(({ id, state, readBackAt }) => [id, state === 'dropped' ? null : readBackAt]),
  )
  const changed = spoken.filter(({ data, recordedAt }) => standsAt.get(data.commitmentId) !== recordedAt)
  return [...changed.map(({ seq }) => seq), ...reports]
}
