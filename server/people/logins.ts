import type { PersonId } from '../../shared/kernel/id.ts'
import { refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import { plainLoginName, type NewLogin } from '../../shared/people/login.ts'
import type { Parts } from '../feature.ts'
import type { Work } from '../storage/database.ts'
import type { LoginRow } from '../storage/tables/people.ts'
import { hashPassword, isPassword } from './passwords.ts'

const FREE_ATTEMPTS = 3
const WAIT_MS_MOST = 60_000
const SALT_BYTES = 16

/** Nothing after the first attempts, then one second, doubled each time up to a minute. */
export function waitAfter(failures: number): number {
  return failures <= FREE_ATTEMPTS ? 0 : Math.min(WAIT_MS_MOST, 1000 * 2 ** (failures - FREE_ATTEMPTS - 1))
}

/** The person whose password it is. Waiting counts for one log-in only: a hall behind one address is never locked out. */
export async function tryLogin(parts: Parts, { loginName, password }: NewLogin): Promise<PersonId | Refusal> {
  const login = await reserveAttempt(parts, plainLoginName(loginName))
  if (login === 'waiting') return refuse('too-often')
  if (!login) {
    // As slow as a wrong password, so that the answer does not tell which names exist.
    await hashPassword(password, parts.newToken(SALT_BYTES), parts.passwordWork)
    return refuse('wrong-password')
  }
  if (!(await isPassword(password, login.passwordHash))) return refuse('wrong-password')
  await parts.database.write((work) => clearFailures(work, login.personId))
  return login.personId
}

// Counted as a failure before the password is tried: many attempts at once must not all be the first.
function reserveAttempt({ database, clock }: Parts, loginName: string): Promise<LoginRow | 'waiting' | null> {
  const now = clock.now()
  return database.write(async (work) => {
    const login = await work
      .selectFrom('logins')
      .innerJoin('people', 'people.id', 'logins.personId')
      .selectAll('logins')
      .where('loginName', '=', loginName)
      .where('movedAwayAt', 'is', null)
      .executeTakeFirst()
    if (!login) return null
    if (login.waitUntil !== null && login.waitUntil > now.toISOString()) return 'waiting'
    const failures = login.failures + 1
    const waitMs = waitAfter(failures)
    const waitUntil = waitMs === 0 ? null : new Date(now.getTime() + waitMs).toISOString()
    const reserved = await work
      .updateTable('logins')
      .set({ failures, waitUntil })
      .where('personId', '=', login.personId)
      .where('failures', '=', login.failures)
      .returning('personId')
      .executeTakeFirst()
    return reserved ? login : 'waiting'
  })
}

const clearFailures = (work: Work, personId: PersonId): Promise<unknown> =>
  work.updateTable('logins').set({ failures: 0, waitUntil: null }).where('personId', '=', personId).execute()

/** A log-in ready to be written; hashing takes its time and must not happen while the database waits. */
export async function hashedLogin(
  { newToken, passwordWork }: Pick<Parts, 'newToken' | 'passwordWork'>,
  personId: PersonId,
  { loginName, password }: NewLogin,
): Promise<LoginRow> {
  const passwordHash = await hashPassword(password, newToken(SALT_BYTES), passwordWork)
  return { personId, loginName: plainLoginName(loginName), passwordHash, failures: 0, waitUntil: null }
}

/** Writes the log-in, in place of the one that the person had. */
export async function putLogin(work: Work, login: LoginRow): Promise<Refusal | null> {
  const other = await work
    .selectFrom('logins')
    .select('personId')
    .where('loginName', '=', login.loginName)
    .where('personId', '!=', login.personId)
    .executeTakeFirst()
  if (other) return refuse('already-exists', 'loginName')
  await work
    .insertInto('logins')
    .values(login)
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(login))
    .execute()
  return null
}
