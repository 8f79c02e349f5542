import { createHash } from 'node:crypto'
import { isHeldBack, type Concern } from '../../shared/concerns/concern.ts'
import type { ConcernId, PlaceId } from '../../shared/kernel/id.ts'
import { matterPath } from '../../shared/ledger/matter/public-matter.ts'
import { codeFrom } from '../../shared/kernel/text/plain-code.ts'
import type { Reader } from '../storage/database.ts'

const LETTERS = 12

/** Says nothing: not when a matter was raised, nor beside which other, nor by whom. */
export const publicAddressFor = (concernId: ConcernId): string =>
  codeFrom(createHash('sha256').update(`public:${concernId}`).digest(), LETTERS).toLowerCase()

/** The matter that stands at a public address. */
export async function concernAtAddress(
  reader: Reader,
  placeId: PlaceId,
  address: string,
): Promise<ConcernId | null> {
  const row = await reader
    .selectFrom('publicMatters')
    .select('concernId')
    .where('placeId', '=', placeId)
    .where('address', '=', address)
    .executeTakeFirst()
  return row?.concernId ?? null
}

/** Public addresses by the matters that stand there. */
export async function publicAddresses(
  reader: Reader,
  concernIds: readonly ConcernId[],
): Promise<ReadonlyMap<ConcernId, string>> {
  const addresses = new Map<ConcernId, string>()
  for (let from = 0; from < concernIds.length; from += ROWS_AT_ONCE) {
    const rows = await reader
      .selectFrom('publicMatters')
      .select(['concernId', 'address'])
      .where('concernId', 'in', concernIds.slice(from, from + ROWS_AT_ONCE))
      .execute()
    for (const { concernId, address } of rows) addresses.set(concernId, address)
  }
  return addresses
}

/** Where everybody reads of a matter; null while nobody but the staff and its raiser may. */
export async function publicPathOf(
  reader: Reader,
  placeId: PlaceId,
  concern: Pick<Concern, 'id' | 'channel' | 'state' | 'settledOn'>,
): Promise<string | null> {
  if (isHeldBack(concern) || concern.state === 'withdrawn') return null
  const address = (await publicAddresses(reader, [concern.id])).get(concern.id)
  return address ? matterPath(placeId, address) : null
}

const ROWS_AT_ONCE = 500
