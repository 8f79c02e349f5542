import type { PersonId, PlaceId } from '../../shared/kernel/id.ts'
import type { Partner } from '../../shared/people/partner.ts'
import type { Reader } from '../storage/database.ts'

/** Everybody on the list of a place, also those who were taken off it. */
export async function partnersOf(reader: Reader, placeId: PlaceId): Promise<readonly Partner[]> {
  const rows = await reader
    .selectFrom('partners')
    .selectAll()
    .where('placeId', '=', placeId)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ isDropped, ...same }) => ({ ...same, isDropped: isDropped === 1 }))
}

/** A partner of one of these places that can be named as an owner. */
export async function findPartner(
  reader: Reader,
  placeIds: readonly PlaceId[],
  id: PersonId,
): Promise<{ readonly name: string } | null> {
  const row = await reader
    .selectFrom('partners')
    .select('name')
    .where('id', '=', id)
    .where('placeId', 'in', [...placeIds, ''])
    .where('isDropped', '=', 0)
    .executeTakeFirst()
  return row ?? null
}
