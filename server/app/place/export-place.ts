import { sql } from 'kysely'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { csvText } from '../../../shared/kernel/text/csv.ts'
import type { Place } from '../../../shared/places/place.ts'
import { SYSTEM_ID } from '../../journal/system.ts'
import { writeEntry } from '../../people/security/entries.ts'
import { standingIn } from '../../places/queries.ts'
import type { Reader } from '../../storage/database.ts'
import type { AppContext } from '../feature.ts'
import { Archive } from './archive.ts'
import { minutesAsText } from './minutes-text.ts'
import { LEFT_OUT, PLACE_ROWS, TABLES } from './place-rows.ts'

type Row = Readonly<Record<string, unknown>>
type Table = (typeof TABLES)[number]

/** One archive with everything of a place and of what stands in it, of one moment. */
export async function exportPlace(context: AppContext, top: Place, file: string): Promise<readonly object[]> {
  const at = context.clock.now().toISOString()
  const archive = new Archive(file)
  let counts: Readonly<Record<string, number>>
  try {
    counts = await context.database.snapshot((reader) => fill(archive, reader, top, at))
    archive.finish()
  } catch (problem) {
    archive.drop()
    throw problem
  }
  await context.database.write((work) =>
    writeEntry(work, { kind: 'exported', placeId: top.id, at, byId: SYSTEM_ID, about: 'place' }),
  )
  return [{ exported: top.name, file, ...counts }]
}

async function fill(archive: Archive, reader: Reader, top: Place, at: string) {
  const places = await standingIn(reader, top)
  const ids = places.map(({ id }) => id)
  const counts: Record<string, number> = {}
  for (const table of TABLES) {
    const rows = table === 'photoBytes' ? [] : await rowsOf(reader, table, ids)
    if (rows.length === 0) continue
    counts[table] = rows.length
    archive.add(`rows/${table}.jsonl`, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    archive.add(`rows/${table}.csv`, tableOf(rows))
  }
  counts['minutes as text'] = 0
  for (const placeId of ids)
    for (const { name, text } of await minutesAsText(reader, placeId)) {
      archive.add(name, text)
      counts['minutes as text'] += 1
    }
  counts['photos'] = await addPhotos(archive, reader, ids)
  archive.add('READ-ME.txt', aboutOf(places, at, counts))
  return counts
}

async function rowsOf(reader: Reader, table: Table, ids: readonly PlaceId[]): Promise<readonly Row[]> {
  const [ours, leftOut = []] = [PLACE_ROWS[table], LEFT_OUT[table]]
  if (ours === null || leftOut === 'whole') return []
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${ours(ids)}`.execute(reader)
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([column]) => !leftOut.includes(column))
        .map(([column, cell]) => [column, asText(cell)]),
    ),
  )
}

const asText = (cell: unknown): unknown =>
  cell instanceof Uint8Array ? Buffer.from(cell).toString('base64') : cell

function tableOf(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0]!)
  return csvText([columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))])
}

/** One by one: all of a place may be half a gigabyte. */
async function addPhotos(archive: Archive, reader: Reader, ids: readonly PlaceId[]): Promise<number> {
  const photos = await reader.selectFrom('photos').select('id').where('placeId', 'in', ids).execute()
  for (const { id } of photos) {
    const scales = await reader.selectFrom('photoBytes').selectAll().where('photoId', '=', id).execute()
    for (const { scale, bytes } of scales) archive.add(`photos/${id}-${scale}.jpg`, bytes)
  }
  return photos.length
}

const aboutOf = (
  places: readonly Place[],
  at: string,
  counts: Readonly<Record<string, number>>,
): string => `涼亭 Liangting

${places.map(({ name, kind, id }) => `${kind} ${name} ${id}`).join('\n')}

${at}

rows/*.jsonl    每行一個 JSON 物件 / one JSON object to a line, a file for each table
rows/*.csv      同樣的內容，表格程式可讀 / the same for a spreadsheet, UTF-8
minutes/*.txt   每晚的紀要 / the minutes of every evening as text
photos/*.jpg   照片 / photos

Bytes within rows are base64 (the minutes with their history are Yjs updates). \`journal\` and \`eventWords\`
together are all that happened: the hash of words is SHA-256 of salt, line feed and words.
Passwords, session tokens, codes and the addresses of robots are not in here.

${Object.entries(counts)
  .map(([what, count]) => `${what}: ${count}`)
  .join('\n')}
`
