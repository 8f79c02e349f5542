import { createHash } from 'node:crypto'
import type { AppContext } from '../../app/feature.ts'
import type { Work } from '../../storage/database.ts'

const REMEMBERED_MS = 24 * 60 * 60_000

/** How many may fail at once, and how long the next has to wait at most. */
export interface Patience {
  readonly free: number
  readonly mostMs: number
}

/** Of one browser or address, with one name. */
export const FOR_ONE: Patience = { free: 3, mostMs: 60_000 }
/** Of all unknown browsers together, with one name: guesses from many addresses, which must not lock its owner out. */
export const FOR_ALL: Patience = { free: 100, mostMs: 1_000 }

/** Nothing after the first attempts, then one second, doubled each time. */
export const waitAfter = (failures: number, { free, mostMs }: Patience = FOR_ONE): number =>
  failures <= free ? 0 : Math.min(mostMs, 1000 * 2 ** (failures - free - 1))

/** What an attempt is counted as. */
export interface Counted {
  readonly key: string
  readonly patience: Patience
}

/**
 * What an attempt with this name counts as. A browser in which its owner logged in before is counted alone, so that
 * somebody who guesses elsewhere does not keep the owner out (OWASP, device cookies).
 */
export function countedAs(name: string, knownBrowser: string | null, address: string): readonly Counted[] {
  if (knownBrowser !== null) return [{ key: hashOf(`browser\n${knownBrowser}\n${name}`), patience: FOR_ONE }]
  return [
    { key: hashOf(`address\n${address}\n${name}`), patience: FOR_ONE },
    { key: hashOf(`name\n${name}`), patience: FOR_ALL },
  ]
}

// Some type their password where the name belongs: no name is kept as it is.
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Counts a failure before the password is tried: many attempts at once must not all be the first. */
export function reserveAttempt(
  { database, clock }: Pick<AppContext, 'database' | 'clock'>,
  counted: readonly Counted[],
): Promise<boolean> {
  const now = clock.now()
  return database.write(async (work) => {
    const forgotten = new Date(now.getTime() - REMEMBERED_MS).toISOString()
    await work.deleteFrom('loginAttempts').where('lastAt', '<', forgotten).execute()
    for (const one of counted) if (!(await countOne(work, one, now))) return false
    return true
  })
}

async function countOne(work: Work, { key, patience }: Counted, now: Date): Promise<boolean> {
  const at = now.toISOString()
  const before = await work
    .selectFrom('loginAttempts')
    .selectAll()
    .where('nameHash', '=', key)
    .executeTakeFirst()
  if (before && before.waitUntil !== null && before.waitUntil > at) return false
  const failures = (before?.failures ?? 0) + 1
  const waitMs = waitAfter(failures, patience)
  const waitUntil = waitMs === 0 ? null : new Date(now.getTime() + waitMs).toISOString()
  const row = { nameHash: key, failures, waitUntil, lastAt: at }
  if (!before) {
    const added = work.insertInto('loginAttempts').values(row)
    return isOne(await added.onConflict((conflict) => conflict.doNothing()).executeTakeFirst())
  }
  const raised = work.updateTable('loginAttempts').set(row).where('nameHash', '=', key)
  return isOne(await raised.where('failures', '=', before.failures).executeTakeFirst())
}

const isOne = (result: { numInsertedOrUpdatedRows?: bigint; numUpdatedRows?: bigint }): boolean =>
  (result.numUpdatedRows ?? result.numInsertedOrUpdatedRows) === 1n

/** The password was right: whoever it was starts anew, and what others guessed stays counted. */
export async function clearAttempts(work: Work, [own, ...shared]: readonly Counted[]): Promise<void> {
  await work.deleteFrom('loginAttempts').where('nameHash', '=', own!.key).execute()
  await giveBackAttempt(work, shared)
}

/** What was counted was no failure. */
async function giveBackAttempt(work: Work, counted: readonly Counted[]): Promise<void> {
  if (counted.length === 0) return
  await work
    .updateTable('loginAttempts')
    .set(({ eb }) => ({ failures: eb('failures', '-', 1), waitUntil: null }))
    .where(
      'nameHash',
      'in',
      counted.map(({ key }) => key),
    )
    .execute()
}
