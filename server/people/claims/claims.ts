import type { Actor } from '../../../shared/kernel/event.ts'
import type { ActorId, PlaceId } from '../../../shared/kernel/id.ts'
import { codeFrom, CODE_LETTERS, plainCode } from '../../../shared/kernel/text/plain-code.ts'
import { refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { CLAIM_LETTERS } from '../../../shared/people/log-in/claim.ts'
import type { AppContext } from '../../app/feature.ts'
import type { Reader, Work } from '../../storage/database.ts'
import type { ClaimCodeRow } from '../../storage/tables/people.ts'

type ClaimContext = Pick<AppContext, 'database' | 'clock' | 'passwords' | 'newToken'>

// One salt for a place, so that a code is found by its hash; 24 letters, eight times, are what a guess has to go through.
const saltOf = (placeId: PlaceId): string => `claim:${placeId}`

/** A new claim code for what this key raised here, shown once; the one before opens nothing any more. */
export async function makeClaimCode(
  { database, clock, passwords, newToken }: ClaimContext,
  placeId: PlaceId,
  guestId: ActorId,
  medium: ClaimCodeRow['medium'],
): Promise<string> {
  const code = codeFrom(Buffer.from(newToken(CLAIM_LETTERS * 8), 'base64url'), CLAIM_LETTERS)
  const codeHash = await passwords.hash(code, saltOf(placeId))
  const madeAt = clock.now().toISOString()
  await database.write((work) => putCode(work, { placeId, guestId, codeHash, medium, madeAt }))
  return code
}

const putCode = (work: Work, row: ClaimCodeRow): Promise<unknown> =>
  work
    .insertInto('claimCodes')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['placeId', 'guestId']).doUpdateSet({ codeHash: row.codeHash, madeAt: row.madeAt }),
    )
    .execute()

/** Whose code it is, or why that cannot be told. */
export async function findClaim(
  { database, passwords }: ClaimContext,
  placeId: PlaceId,
  typed: string,
): Promise<Pick<ClaimCodeRow, 'guestId' | 'medium'> | Refusal> {
  const code = plainCode(typed, CODE_LETTERS)
  if (code.length !== CLAIM_LETTERS) return refuse('claim-unknown', 'code')
  for (const cost of await costsAt(database.reader, placeId, passwords.cost)) {
    const found = await database.reader
      .selectFrom('claimCodes')
      .select(['guestId', 'medium'])
      .where('placeId', '=', placeId)
      .where('codeHash', '=', await passwords.at(cost).hash(code, saltOf(placeId)))
      .executeTakeFirst()
    if (found) return found
  }
  return refuse('claim-unknown', 'code')
}

/** Costs at which codes of a place were hashed: one, unless the cost was raised since. */
async function costsAt(reader: Reader, placeId: PlaceId, now: string): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('claimCodes')
    .select('codeHash')
    .where('placeId', '=', placeId)
    .execute()
  return [...new Set([now, ...rows.map(({ codeHash }) => codeHash.split('$')[1]!)])]
}

/** From now on this actor goes on as that key, too. */
export async function claim(
  { database, clock }: Pick<AppContext, 'database' | 'clock'>,
  { id: actorId }: Pick<Actor, 'id'>,
  guestId: ActorId,
): Promise<void> {
  if (actorId === guestId) return
  const claimedAt = clock.now().toISOString()
  await database.write((work) =>
    work
      .insertInto('claims')
      .values({ actorId, guestId, claimedAt })
      .onConflict((conflict) => conflict.columns(['actorId', 'guestId']).doNothing())
      .execute(),
  )
}
