import type { CommitmentId, ConcernId, PlaceId } from '../../../shared/kernel/id.ts'
import type { ImportedBatch, ImportedView, ImportId } from '../../../shared/ledger/import/import.ts'
import { dayAt } from '../../clock/day.ts'
import { ownersAlong } from '../../commitments/owner-queries.ts'
import { SYSTEM_ID } from '../../journal/system.ts'
import { areRaisersNamed, findPlace, gridsOf } from '../../places/queries.ts'
import type { Reader } from '../../storage/database.ts'

export async function importedKeysOf(reader: Reader, placeId: PlaceId): Promise<readonly string[]> {
  const rows = await reader.selectFrom('importedRows').select('key').where('placeId', '=', placeId).execute()
  return rows.map(({ key }) => key)
}

interface BroughtRow {
  readonly concernId: ConcernId
  readonly commitmentId: CommitmentId | null
  readonly seq: number
}

/** What one import brought, in the order of the file. */
export async function rowsOfImport(
  reader: Reader,
  placeId: PlaceId,
  importId: ImportId,
): Promise<readonly BroughtRow[]> {
  const rows = await reader
    .selectFrom('importedRows')
    .select(['concernId', 'commitmentId', 'seq'])
    .where('placeId', '=', placeId)
    .where('importId', '=', importId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ ...row, seq: row.seq ?? 0 }))
}

/** On how many of these rows somebody acted since they came in; what the clock does is nobody's act. */
export async function touchedAmong(
  reader: Reader,
  placeId: PlaceId,
  rows: readonly BroughtRow[],
): Promise<number> {
  const cameIn = new Map<string, number>(
    rows.flatMap(({ concernId, commitmentId, seq }) => [
      [concernId, seq] as [string, number],
      ...(commitmentId === null ? [] : [[commitmentId, seq] as [string, number]]),
    ]),
  )
  const first = Math.min(...rows.map(({ seq }) => seq))
  if (!Number.isFinite(first)) return 0
  const later = await reader
    .selectFrom('journal')
    .select(['seq', 'data'])
    .where('placeId', '=', placeId)
    .where('seq', '>', first)
    .where('actorId', '!=', SYSTEM_ID)
    .execute()
  const touched = new Set<string>()
  for (const { seq, data } of later) {
    const { concernId, commitmentId, intoId } = JSON.parse(data) as Readonly<Record<string, string>>
    for (const id of [concernId, commitmentId, intoId])
      if (id !== undefined && seq > (cameIn.get(id) ?? seq)) touched.add(id)
  }
  return rows.filter(
    ({ concernId, commitmentId }) => touched.has(concernId) || touched.has(commitmentId ?? ''),
  ).length
}

async function batchesOf(reader: Reader, placeId: PlaceId): Promise<readonly ImportedBatch[]> {
  const found = await reader
    .selectFrom('importedRows')
    .select(({ fn }) => ['importId', fn.countAll<number>().as('count'), fn.max('seq').as('last')])
    .where('placeId', '=', placeId)
    .where('importId', 'is not', null)
    .groupBy('importId')
    .orderBy('last', 'desc')
    .limit(BATCHES_SHOWN)
    .execute()
  return Promise.all(
    found.map(async ({ importId, count }) => ({
      importId: importId!,
      count: Number(count),
      touched: await touchedAmong(reader, placeId, await rowsOfImport(reader, placeId, importId!)),
    })),
  )
}

const BATCHES_SHOWN = 3

/** What is known at a place before a file is looked at. */
export async function importedViewOf(
  reader: Reader,
  placeId: PlaceId,
  now: Date,
): Promise<ImportedView | null> {
  const place = await findPlace(reader, placeId)
  if (!place) return null
  return {
    today: dayAt(now, place.timeZone),
    timeZone: place.timeZone,
    keys: await importedKeysOf(reader, placeId),
    batches: await batchesOf(reader, placeId),
    owners: await ownersAlong(reader, placeId),
    areRaisersNamed: await areRaisersNamed(reader, placeId),
    grids: (await gridsOf(reader, placeId)).map(({ id, name }) => ({ id, name })),
  }
}
