import type { FastifyRequest } from 'fastify'
import type { PersonId } from '../../../shared/kernel/id.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { isFirstPasswordOver, plainLoginName, type NewLogin } from '../../../shared/people/log-in/login.ts'
import type { AppContext } from '../../app/feature.ts'
import type { Reader, Work } from '../../storage/database.ts'
import type { LoginRow } from '../../storage/tables/people.ts'
import { hasBrowserMark, knownBrowser } from './known-browsers.ts'
import { clearAttempts, countedAs, reserveAttempt } from './login-attempts.ts'
import type { Passwords } from './passwords.ts'

const SALT_BYTES = 16

/** Whoever used the one before stays known to have logged in. */
export type NewLoginRow = Omit<LoginRow, 'loggedInAt'>

/**
 * The person whose password it is. A name is waited for whether somebody has it or not, by whom it is tried: a hall
 * behind one address is never locked out, and the answer does not tell which names exist. Browsers in which the person
 * logged in before have a queue of their own.
 * @throws log-ins-crowded
 */
export async function tryLogin(
  context: AppContext,
  { loginName, password }: NewLogin,
  request: FastifyRequest,
): Promise<PersonId | Refusal> {
  const name = plainLoginName(loginName)
  const attempt = async (browser: string | null, passwords: Passwords): Promise<PersonId | Refusal> => {
    const counted = countedAs(name, browser, request.ip)
    const mayTry = await reserveAttempt(context, counted)
    const login = await loginNamed(context.database.reader, name)
    if (!mayTry || !(await isRight(login, password, passwords, context.newToken))) {
      context.securityLog.noteFailure(login?.personId ?? null)
      return refuse(mayTry ? 'wrong-password' : 'too-often')
    }
    if (isFirstPasswordOver(login!, context.clock.now())) {
      context.securityLog.noteFailure(login!.personId)
      return refuse('password-over')
    }
    const renewed = await renewedHash(context, passwords, login!, password)
    await context.database.write(async (work) => {
      await clearAttempts(work, counted)
      if (renewed !== null) await replaceHash(work, login!, renewed)
    })
    return login!.personId
  }
  const browser = hasBrowserMark(context, request)
    ? await knownBrowser(
        context,
        request,
        (await loginNamed(context.database.reader, name))?.personId ?? null,
      )
    : null
  const queue = browser === null ? context.passwords : context.passwordsOfKnown
  return queue
    .inTurn((passwords) => attempt(browser, passwords))
    .catch((problem: unknown) => {
      // Nobody looked whose it is.
      if (isRefusal(problem)) context.securityLog.noteFailure(null)
      throw problem
    })
}

const loginNamed = (reader: Reader, loginName: string): Promise<LoginRow | undefined> =>
  reader
    .selectFrom('logins')
    .innerJoin('people', 'people.id', 'logins.personId')
    .selectAll('logins')
    .where('loginName', '=', loginName)
    .where('movedAwayAt', 'is', null)
    .executeTakeFirst()

export const loginOf = (reader: Reader, personId: PersonId): Promise<LoginRow | undefined> =>
  reader.selectFrom('logins').selectAll().where('personId', '=', personId).executeTakeFirst()

export const loginNameOf = async (reader: Reader, personId: PersonId): Promise<string | null> =>
  (await loginOf(reader, personId))?.loginName ?? null

async function isRight(
  login: LoginRow | undefined,
  password: string,
  passwords: Passwords,
  newToken: AppContext['newToken'],
): Promise<boolean> {
  if (login) return passwords.isPassword(password, login.passwordHash)
  // As slow as a wrong password.
  await passwords.hash(password, newToken(SALT_BYTES))
  return false
}

/** Of a password that was hashed when it cost less: as it costs now. */
async function renewedHash(
  { newToken }: AppContext,
  passwords: Passwords,
  { passwordHash }: LoginRow,
  password: string,
): Promise<string | null> {
  if (!passwords.isWeaker(passwordHash)) return null
  return passwords.hash(password, newToken(SALT_BYTES))
}

/** Unless another one was set meanwhile. */
const replaceHash = (work: Work, { personId, passwordHash: before }: LoginRow, passwordHash: string) =>
  work
    .updateTable('logins')
    .set({ passwordHash })
    .where('personId', '=', personId)
    .where('passwordHash', '=', before)
    .execute()

/** A log-in ready to be written; hashing takes its time and must not happen while the database waits. */
export async function hashedLogin(
  { newToken, passwords, clock }: Pick<AppContext, 'newToken' | 'passwords' | 'clock'>,
  personId: PersonId,
  { loginName, password }: NewLogin,
  setById: string = personId,
): Promise<NewLoginRow> {
  const passwordHash = await passwords.hash(password, newToken(SALT_BYTES))
  const setAt = clock.now().toISOString()
  return { personId, loginName: plainLoginName(loginName), passwordHash, setAt, setById }
}

/** Writes the log-in, in place of the one that the person had. */
export async function putLogin(work: Work, login: NewLoginRow): Promise<Refusal | null> {
  if (await isOfAnother(work, login)) return refuse('already-exists', 'loginName')
  await writeLogin(work, login)
  return null
}

/** Whether somebody else goes by this name. */
export async function isOfAnother(
  work: Work,
  { loginName, personId }: Pick<LoginRow, 'loginName' | 'personId'>,
): Promise<boolean> {
  const other = work.selectFrom('logins').select('personId').where('loginName', '=', loginName)
  return (await other.where('personId', '!=', personId).executeTakeFirst()) !== undefined
}

export async function writeLogin(work: Work, login: NewLoginRow): Promise<void> {
  await work
    .insertInto('logins')
    .values({ ...login, loggedInAt: null })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(login))
    .execute()
}
