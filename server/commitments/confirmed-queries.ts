import { commitmentStatesThat, isConfirmed } from '../../shared/commitments/commitment.ts'
import type { CommitmentId, ConcernId, MeetingId, PlaceId } from '../../shared/kernel/id.ts'
import type { Reader } from '../storage/database.ts'

/** Somebody nodded: what everybody is told and what is counted. */
export const CONFIRMED = commitmentStatesThat(isConfirmed)

/** Whether a concern is answered by another confirmed promise than this one. */
export async function hasOtherPromise(
  reader: Reader,
  placeId: PlaceId,
  concernId: ConcernId,
  commitmentId: CommitmentId,
): Promise<boolean> {
  const row = await reader
    .selectFrom('commitments')
    .select('id')
    .where('placeId', '=', placeId)
    .where('concernId', '=', concernId)
    .where('id', '!=', commitmentId)
    .where('state', 'in', CONFIRMED)
    .executeTakeFirst()
  return row !== undefined
}

/** How many promises of an evening were noted and never confirmed. */
export async function unconfirmedAt(reader: Reader, placeId: PlaceId, meetingId: MeetingId): Promise<number> {
  const { count } = await reader
    .selectFrom('commitments')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('placeId', '=', placeId)
    .where('meetingId', '=', meetingId)
    .where('state', '=', 'spoken')
    .executeTakeFirstOrThrow()
  return Number(count)
}
