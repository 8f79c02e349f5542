import { refuse } from '../../../shared/kernel/refusal.ts'
import { CODE_DIGITS, plainCode } from '../../../shared/kernel/text/plain-code.ts'
import type { AppContext, Session } from '../../app/feature.ts'
import { eveningOfScanned } from '../qr-queries.ts'
import { eveningOfCode } from '../queries.ts'
import { Attempts } from './attempts.ts'
import { findGuest } from './sessions.ts'

/** Wrong codes a minute: a hall of phones behind one address mistypes, and codes must not be tried out. */
export const MAX_WRONG_CODES_BY_ADDRESS = 600
/** Of a phone that was let in before, or of somebody with a log-in, which the address does not count against. */
export const MAX_WRONG_CODES_BY_PHONE = 20

/**
 * The evening that a code opens the door to. A scanned code is always tried; a typed one until so many were wrong.
 * @throws too-often, code-unknown
 */
export async function eveningBehind(
  context: AppContext,
  typed: string,
  { ip, session }: { readonly ip: string; readonly session: Session | null },
): Promise<NonNullable<Awaited<ReturnType<typeof eveningOfCode>>>> {
  const code = plainCode(typed, CODE_DIGITS)
  const { reader } = context.database
  const scanned = await eveningOfScanned(reader, code)
  if (scanned) return scanned
  const counted = await countFor(context, session, ip)
  if (await counted.isTooOften()) throw refuse('too-often')
  const evening = await eveningOfCode(reader, code)
  if (evening) return evening
  await counted.add()
  throw refuse('code-unknown', 'code')
}

/** Whoever was let in before is counted alone, so that one who guesses beside them does not keep them out. */
async function countFor(context: AppContext, session: Session | null, ip: string) {
  const guest = session?.guestId ? await findGuest(context.database.reader, session.guestId) : null
  const knownId = session?.personId ?? (guest?.meetingId ? guest.id : null)
  const [kind, most, whose] = knownId
    ? (['evening-by-phone', MAX_WRONG_CODES_BY_PHONE, knownId] as const)
    : (['evening', MAX_WRONG_CODES_BY_ADDRESS, ip] as const)
  const attempts = new Attempts(context, kind, most)
  return { isTooOften: () => attempts.isTooOften(whose), add: () => attempts.add(whose) }
}
