import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import type { Sweep } from '../../app/feature.ts'
import type { Reader, Work } from '../../storage/database.ts'
import { keepPoints } from './history.ts'
import { trimMinutes } from './trimming.ts'

/** So long after an evening every update is kept, one by one. */
const RESTS_AFTER_MS = 30 * 24 * 60 * 60_000
/** A day's work at one place: the sweeps of other places wait for it. */
const SLICES_A_DAY = 40

/** Takes away, little by little, the single updates of texts that have long come to rest. */
export const applyRetention: Sweep = async (context, placeId) => {
  const before = new Date(context.clock.now().getTime() - RESTS_AFTER_MS).toISOString()
  let left = SLICES_A_DAY
  for (const meetingId of await restingSince(context.database.reader, placeId, before)) {
    if (left <= 0) return
    const statesToKeep = async (work: Work): Promise<number[]> =>
      (await keepPoints(work, placeId, meetingId)).map(({ seq }) => seq)
    try {
      left -= await trimMinutes(context, { placeId, meetingId, statesToKeep }, left)
    } catch (problem) {
      // One text that cannot be trimmed is left whole, and keeps nobody else from their turn.
      context.rooms.failed(problem)
    }
  }
}

/** Evenings that were closed before then and not opened again. */
async function restingSince(reader: Reader, placeId: PlaceId, before: string): Promise<MeetingId[]> {
  const rows = await reader
    .selectFrom('meetings')
    .leftJoin('publishedMinutes', 'publishedMinutes.meetingId', 'meetings.id')
    .select('meetings.id')
    .where('meetings.placeId', '=', placeId)
    .where('phase', 'in', ['closed', 'signed'])
    .where('closedAt', '<', before)
    .where(({ eb, or }) => or([eb('publishedAt', 'is', null), eb('publishedAt', '<', before)]))
    .orderBy('onDay')
    .execute()
  return rows.map(({ id }) => id)
}
