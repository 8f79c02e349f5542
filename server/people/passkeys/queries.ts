import { createHash } from 'node:crypto'
import type { PersonId } from '../../../shared/kernel/id.ts'
import type { OwnPasskeys } from '../../../shared/people/log-in/passkey.ts'
import type { Reader } from '../../storage/database.ts'
import type { PasskeyRow } from '../../storage/tables/people.ts'
import { browserKindOf } from '../own/browser-kind.ts'

/** Its owner names it by this; the authenticator's own name for it stays here. */
export const idOfPasskey = ({ credentialId }: Pick<PasskeyRow, 'credentialId'>): string =>
  createHash('sha256').update(`passkey:${credentialId}`).digest('hex').slice(0, 32)

export const passkeysOf = (reader: Reader, personId: PersonId): Promise<PasskeyRow[]> =>
  reader.selectFrom('passkeys').selectAll().where('personId', '=', personId).orderBy('madeAt').execute()

export async function ownPasskeys(reader: Reader, personId: PersonId): Promise<OwnPasskeys> {
  const rows = await passkeysOf(reader, personId)
  return {
    passkeys: rows.map((row) => ({
      id: idOfPasskey(row),
      ...browserKindOf(row.browser),
      since: row.madeAt.slice(0, 10),
      lastUsedOn: row.lastUsedOn,
    })),
  }
}

/** Of somebody who has a log-in and lives here. */
export const passkeyNamed = (reader: Reader, credentialId: string): Promise<PasskeyRow | undefined> =>
  reader
    .selectFrom('passkeys')
    .innerJoin('logins', 'logins.personId', 'passkeys.personId')
    .innerJoin('people', 'people.id', 'passkeys.personId')
    .selectAll('passkeys')
    .where('credentialId', '=', credentialId)
    .where('movedAwayAt', 'is', null)
    .executeTakeFirst()
