import { read } from '../../sync/read.ts'
import type { MinutesDb } from './minutes-db.ts'

/** The text of one evening as one person keeps it. */
export const keptName = (personId: string, meetingId: string): string => `${personId}/${meetingId}`

/** Lets this machine forget past evenings that the record has whole. */
export async function forgetPast(
  kept: MinutesDb,
  { placeId, personId, meetingId }: { placeId: string; personId: string; meetingId: string },
  nowMs: number,
): Promise<void> {
  const open = keptName(personId, meetingId)
  const unsigned = new Set(await kept.unsigned())
  unsigned.delete(open)
  // Who went home before the second signature learns of it here.
  if (unsigned.size > 0) {
    const answer = await read('/api/places/:placeId/meetings', { placeId })
    const meetings = answer.kind === 'told' ? answer.value.meetings : []
    for (const { id, phase } of meetings)
      if (phase === 'signed' && unsigned.has(keptName(personId, id)))
        await kept.markSigned(keptName(personId, id), nowMs)
  }
  await kept.prune(nowMs, open)
}
