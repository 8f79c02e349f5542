import { sql } from 'kysely'
import { publicViewer } from '../../shared/kernel/event.ts'
import type { CommitmentId } from '../../shared/kernel/id.ts'
import type { LedgerMatter } from '../../shared/ledger/ledger.ts'
import type { Photo } from '../../shared/commitments/photo.ts'
import { isAboveVillages, type Place } from '../../shared/places/place.ts'
import { CONFIRMED } from '../commitments/confirmed-queries.ts'
import { photosThere } from '../commitments/followed-queries.ts'
import { mattersOf } from '../ledger/queries.ts'
import { placesByIds } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'

/** A promise that somebody of one place gave to another below it. */
export interface PromisedBelow extends LedgerMatter {
  readonly placeName: string
  readonly photos: readonly Photo[]
}

/** What people of a township or county promised to its villages: made there, and theirs to keep. */
export async function promisedBelow(
  reader: Reader,
  { id, kind }: Pick<Place, 'id' | 'kind'>,
): Promise<readonly PromisedBelow[]> {
  if (!isAboveVillages(kind)) return []
  const rows = await reader
    .selectFrom('commitments')
    .select('id')
    .where('ownerId', 'in', sql<string>`(select id from people where "placeId" = ${id})`)
    .where('placeId', '!=', id)
    .where('state', 'in', CONFIRMED)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  const ids: readonly CommitmentId[] = rows.map((row) => row.id)
  const matters = await mattersOf(reader, ids, publicViewer(id))
  const places = await placesByIds(reader, [...new Set(matters.map(({ placeId }) => placeId))])
  return Promise.all(
    matters.map(async (one) => ({
      ...one,
      placeName: places.find((place) => place.id === one.placeId)?.name ?? '',
      photos: await photosThere(reader, one.placeId, [one.commitment.id]),
    })),
  )
}
