import { createHash } from 'node:crypto'
import type { PersonId } from '../../../shared/kernel/id.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { plainLoginName, type NewLogin } from '../../../shared/people/log-in/login.ts'
import type { AppContext } from '../../app/feature.ts'
import type { Reader, Work } from '../../storage/database.ts'
import type { LoginRow } from '../../storage/tables/people.ts'

const FREE_ATTEMPTS = 3
const MAX_WAIT_MS = 60_000
const SALT_BYTES = 16
const REMEMBERED_MS = 24 * 60 * 60_000

/** Nothing after the first attempts, then one second, doubled each time up to a minute. */
export function waitAfter(failures: number): number {
  return failures <= FREE_ATTEMPTS ? 0 : Math.min(MAX_WAIT_MS, 1000 * 2 ** (failures - FREE_ATTEMPTS - 1))
}

/**
 * The person whose password it is. Waiting counts for one name only, whether somebody has it or not: a hall behind
 * one address is never locked out, and the answer does not tell which names exist.
 * @throws log-ins-crowded
 */
export async function tryLogin(
  context: AppContext,
  { loginName, password }: NewLogin,
): Promise<PersonId | Refusal> {
  const name = plainLoginName(loginName)
  if (!(await reserveAttempt(context, name))) return refuse('too-often')
  try {
    const login = await loginNamed(context.database.reader, name)
    if (!(await isRight(context, login, password))) return refuse('wrong-password')
    await context.database.write((work) => clearAttempts(work, name))
    return login!.personId
  } catch (problem) {
    // Nobody has tried the password.
    if (isRefusal(problem)) await context.database.write((work) => giveBackAttempt(work, name))
    throw problem
  }
}

const loginNamed = (reader: Reader, loginName: string): Promise<LoginRow | undefined> =>
  reader
    .selectFrom('logins')
    .innerJoin('people', 'people.id', 'logins.personId')
    .selectAll('logins')
    .where('loginName', '=', loginName)
    .where('movedAwayAt', 'is', null)
    .executeTakeFirst()

async function isRight(context: AppContext, login: LoginRow | undefined, password: string): Promise<boolean> {
  if (login) return context.passwords.isPassword(password, login.passwordHash)
  // As slow as a wrong password.
  await context.passwords.hash(password, context.newToken(SALT_BYTES))
  return false
}

// Some type their password where the name belongs: no name is kept as it is.
const hashOf = (loginName: string): string => createHash('sha256').update(loginName).digest('hex')

// Counted as a failure before the password is tried: many attempts at once must not all be the first.
function reserveAttempt({ database, clock }: AppContext, loginName: string): Promise<boolean> {
  const now = clock.now()
  const at = now.toISOString()
  const nameHash = hashOf(loginName)
  return database.write(async (work) => {
    const forgotten = new Date(now.getTime() - REMEMBERED_MS).toISOString()
    await work.deleteFrom('loginAttempts').where('lastAt', '<', forgotten).execute()
    const before = await work
      .selectFrom('loginAttempts')
      .selectAll()
      .where('nameHash', '=', nameHash)
      .executeTakeFirst()
    if (before && before.waitUntil !== null && before.waitUntil > at) return false
    const failures = (before?.failures ?? 0) + 1
    const waitMs = waitAfter(failures)
    const waitUntil = waitMs === 0 ? null : new Date(now.getTime() + waitMs).toISOString()
    const row = { nameHash, failures, waitUntil, lastAt: at }
    if (!before) {
      const added = work.insertInto('loginAttempts').values(row)
      return isOne(await added.onConflict((conflict) => conflict.doNothing()).executeTakeFirst())
    }
    const counted = work.updateTable('loginAttempts').set(row).where('nameHash', '=', nameHash)
    return isOne(await counted.where('failures', '=', before.failures).executeTakeFirst())
  })
}

const isOne = (result: { numInsertedOrUpdatedRows?: bigint; numUpdatedRows?: bigint }): boolean =>
  (result.numUpdatedRows ?? result.numInsertedOrUpdatedRows) === 1n

const clearAttempts = (work: Work, loginName: string): Promise<unknown> =>
  work.deleteFrom('loginAttempts').where('nameHash', '=', hashOf(loginName)).execute()

const giveBackAttempt = (work: Work, loginName: string): Promise<unknown> =>
  work
    .updateTable('loginAttempts')
    .set(({ eb }) => ({ failures: eb('failures', '-', 1), waitUntil: null }))
    .where('nameHash', '=', hashOf(loginName))
    .execute()

/** A log-in ready to be written; hashing takes its time and must not happen while the database waits. */
export async function hashedLogin(
  { newToken, passwords }: Pick<AppContext, 'newToken' | 'passwords'>,
  personId: PersonId,
  { loginName, password }: NewLogin,
): Promise<LoginRow> {
  const passwordHash = await passwords.hash(password, newToken(SALT_BYTES))
  return { personId, loginName: plainLoginName(loginName), passwordHash }
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
  await clearAttempts(work, login.loginName)
  return null
}
