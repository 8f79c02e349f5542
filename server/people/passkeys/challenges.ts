import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { refuse } from '../../../shared/kernel/refusal.ts'
import type { AppContext } from '../../app/feature.ts'
import { instanceSecret } from '../../storage/secret.ts'
import type { Work } from '../../storage/database.ts'

/** As long as somebody may look for their key. */
export const CHALLENGE_MS = 5 * 60_000
const RANDOM_BYTES = 24

/** What it is good for: to log in, or for one person to add a passkey. */
export type Purpose = 'log-in' | `add/${string}`

type Context = Pick<AppContext, 'database' | 'clock' | 'newToken'>

const secretOf = ({ database }: Context): Promise<string> =>
  database.write((work) => instanceSecret(work, 'passkeys'))

const markOf = (secret: string, text: string, purpose: Purpose): Buffer =>
  createHmac('sha256', secret).update(`${purpose}\n${text}`).digest()

/** Needs no row, so that asking for many fills nothing: it carries its end and a mark that only this instance makes. */
export async function newChallenge(context: Context, purpose: Purpose): Promise<string> {
  const endsAt = (context.clock.now().getTime() + CHALLENGE_MS).toString(36)
  const text = `${context.newToken(RANDOM_BYTES)}.${endsAt}`
  const mark = markOf(await secretOf(context), text, purpose).toString('base64url')
  return Buffer.from(`${text}.${mark}`).toString('base64url')
}

/** Whether this instance made it for that purpose, not too long ago. */
export async function isOpenChallenge(
  context: Context,
  challenge: string,
  purpose: Purpose,
): Promise<boolean> {
  const [random = '', endsAt = '', mark = ''] = Buffer.from(challenge, 'base64url').toString().split('.')
  const expected = markOf(await secretOf(context), `${random}.${endsAt}`, purpose)
  const found = Buffer.from(mark, 'base64url')
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) return false
  return parseInt(endsAt, 36) > context.clock.now().getTime()
}

/** Nobody logs in a second time with what was overheard. @throws passkey-unknown */
export async function useUp(work: Work, challenge: string, now: Date): Promise<void> {
  await work.deleteFrom('usedPasskeyChallenges').where('expiresAt', '<=', now.toISOString()).execute()
  const used = await work
    .insertInto('usedPasskeyChallenges')
    .values({
      challengeHash: createHash('sha256').update(challenge).digest('hex'),
      expiresAt: new Date(now.getTime() + CHALLENGE_MS).toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (used.numInsertedOrUpdatedRows !== 1n) throw refuse('passkey-unknown')
}
