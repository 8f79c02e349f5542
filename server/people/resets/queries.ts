import type { PersonId, PlaceId } from '../../../shared/kernel/id.ts'
import { isWaiting, type OwnReset, type WaitingReset } from '../../../shared/people/log-in/login-reset.ts'
import type { Reader } from '../../storage/database.ts'
import type { LoginResetRow } from '../../storage/tables/people.ts'

export const resetOf = (reader: Reader, personId: PersonId): Promise<LoginResetRow | undefined> =>
  reader.selectFrom('loginResets').selectAll().where('personId', '=', personId).executeTakeFirst()

export async function waitingResets(
  reader: Reader,
  placeId: PlaceId,
  viewerId: PersonId | null,
  now: Date,
): Promise<readonly WaitingReset[]> {
  const rows = await reader
    .selectFrom('loginResets')
    .leftJoin('people', 'people.id', 'loginResets.askedById')
    .selectAll('loginResets')
    .select('people.name as askedBy')
    .where('loginResets.placeId', '=', placeId)
    .orderBy('askedAt')
    .execute()
  return rows
    .filter((row) => isWaiting(row, now.toISOString()))
    .map(({ personId, askedBy, askedById, askedAt, confirmedAt }) => ({
      ...{ personId, askedBy, askedAt },
      isOwn: askedById === viewerId,
      isConfirmed: confirmedAt !== null,
    }))
}

/** What somebody is told of their own: while it waits, and for some weeks after it was used. */
export async function ownReset(reader: Reader, personId: PersonId): Promise<OwnReset | null> {
  const row = await reader
    .selectFrom('loginResets')
    .leftJoin('people as asker', 'asker.id', 'loginResets.askedById')
    .leftJoin('people as confirmer', 'confirmer.id', 'loginResets.confirmedById')
    .selectAll('loginResets')
    .select(['asker.name as askedBy', 'confirmer.name as confirmedBy'])
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (!row) return null
  const { askedBy, confirmedBy, askedAt, confirmedAt, usedAt } = row
  const state = usedAt !== null ? 'done' : confirmedAt !== null ? 'confirmed' : 'asked'
  return { state, askedBy, confirmedBy, at: usedAt ?? confirmedAt ?? askedAt }
}

/** Whose log-in a code sets anew, while it can still be used. */
export async function resetOfCode(
  reader: Reader,
  codeHash: string,
  now: Date,
): Promise<LoginResetRow | null> {
  const row = await reader
    .selectFrom('loginResets')
    .selectAll()
    .where('codeHash', '=', codeHash)
    .executeTakeFirst()
  return row && row.confirmedAt !== null && isWaiting(row, now.toISOString()) ? row : null
}

/** Since when somebody holds a post of this very place. */
export async function heldSince(
  reader: Reader,
  personId: PersonId | null,
  placeId: PlaceId,
): Promise<string | null> {
  const row = await reader
    .selectFrom('posts')
    .select('givenAt')
    .where('personId', '=', personId ?? '')
    .where('placeId', '=', placeId)
    .where('endedAt', 'is', null)
    .orderBy('givenAt')
    .limit(1)
    .executeTakeFirst()
  return row?.givenAt ?? null
}
