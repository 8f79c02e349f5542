import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Work } from '../storage/database.ts'

/**
 * What people wrote in these events is gone, with the salt by which it could be guessed, and with what a repeat of
 * the command is compared with; the journal still proves that something stood there.
 */
export async function eraseWords(work: Work, placeId: PlaceId, seqs: readonly number[]): Promise<void> {
  if (seqs.length === 0) return
  await work
    .deleteFrom('eventWords')
    .where('placeId', '=', placeId)
    .where('seq', 'in', [...seqs])
    .execute()
  await forgetReceipts(work, placeId, seqs)
}

/** What a repeat of the commands behind these events would be compared with. */
export async function forgetReceipts(work: Work, placeId: PlaceId, seqs: readonly number[]): Promise<void> {
  if (seqs.length === 0) return
  const commands = await work
    .selectFrom('journal')
    .select(['actorId', 'commandId'])
    .distinct()
    .where('placeId', '=', placeId)
    .where('seq', 'in', [...seqs])
    .execute()
  for (const { actorId, commandId } of commands)
    await work
      .updateTable('receipts')
      .set({ fingerprint: ERASED })
      .where('actorId', '=', actorId)
      .where('commandId', '=', commandId)
      .execute()
}

/** Stands where a fingerprint was: whoever sends the command again gets its receipt. */
export const ERASED = ''

/** All that events of these types say of one thing. */
export async function eraseWordsNaming(
  work: Work,
  placeId: PlaceId,
  types: readonly string[],
  id: string,
): Promise<void> {
  const rows = await work
    .selectFrom('journal')
    .select('seq')
    .where('placeId', '=', placeId)
    .where('type', 'in', [...types])
    .where('data', 'like', `%"${id}"%`)
    .execute()
  await eraseWords(
    work,
    placeId,
    rows.map(({ seq }) => seq),
  )
}
