import type { Sweep } from '../../app/feature.ts'
import { eraseWords } from '../../journal/erasing.ts'
import { robotRowsOf } from '../robots/robots.ts'

/** Seals with the present key what an earlier version kept as it was, or what another key sealed. */
export const sealSecrets: Sweep = async ({ database, secretBox }, placeId) => {
  for (const { id, seq, address, secret } of await robotRowsOf(database.reader, placeId)) {
    const sealed = secretBox.resealed(address)
    if (sealed === null) continue
    const secretSealed = secret && (secretBox.resealed(secret) ?? secret)
    await database.write(async (work) => {
      const row = { address: sealed, secret: secretSealed }
      await work.updateTable('robots').set(row).where('id', '=', id).execute()
      // The journal proves that they were said; what they were stands in the row alone.
      await eraseWords(work, placeId, [seq])
    })
  }
  const mailboxes = await database.reader
    .selectFrom('mailboxes')
    .innerJoin('people', 'people.id', 'mailboxes.personId')
    .select(['personId', 'token'])
    .where('people.placeId', '=', placeId)
    .execute()
  for (const { personId, token } of mailboxes) {
    const sealed = secretBox.resealed(token)
    if (sealed !== null)
      await database.write((work) =>
        work.updateTable('mailboxes').set({ token: sealed }).where('personId', '=', personId).execute(),
      )
  }
}
