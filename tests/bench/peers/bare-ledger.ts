import { createServer } from 'node:http'
import SQLite from 'better-sqlite3'
import { commitmentIn } from '../../../server/commitments/rows.ts'
import { concernIn } from '../../../server/concerns/rows.ts'
import type { CommitmentRow } from '../../../server/storage/tables/commitments.ts'
import type { ConcernRow } from '../../../server/storage/tables/concerns.ts'

/** The ledger of one township from prepared statements, for whoever asks: no framework, no log-in, no rules. */
const { PORT, FILE, TOWNSHIP, TODAY, SOON } = process.env
const database = new SQLite(FILE!, { readonly: true })
// As our server reads.
database.pragma('cache_size = -65536')
const at = { township: TOWNSHIP, today: TODAY, soon: SOON }

const BELOW = `with recursive tree (id, kind) as (
  select id, kind from places where parentId = $township and kind <> 'grid'
  union all
  select places.id, places.kind from tree join places on places.parentId = tree.id
  where tree.kind = 'township' and places.kind <> 'grid'
), asked (id) as (select id from tree where kind <> 'township')`
const STANDINGS = {
  overdue: `state = 'open' and dueOn < $today`,
  soon: `state = 'open' and dueOn >= $today and dueOn <= $soon`,
  'on-track': `state = 'open' and dueOn > $soon`,
  spoken: `state = 'spoken'`,
  settled: `state in ('done', 'rated', 'settled')`,
}
const SORTS = {
  due: ['dueOn', ''],
  first: ['firstDueOn', ''],
  newest: ['recordedAt', 'desc'],
  moved: ['timesMoved', 'desc'],
} as const
const PAGE = 50
const IS_BELOW = `(placeId || '') in (select id from asked)`
const FOUND = 'ledgerGrams join ledgerLines on line = ledgerGrams.rowid and ledgerGrams match $grams'

const standingsOf = (count: (condition: string) => string): string =>
  Object.entries(STANDINGS)
    .map(([name, condition]) => `${count(condition)} as "${name}"`)
    .join(', ')

const kept = new Map<string, SQLite.Statement>()
function all(text: string, values: object | readonly unknown[]): any[] {
  const statement = kept.get(text) ?? database.prepare(text)
  kept.set(text, statement)
  return statement.all(values as object)
}

const among = (ids: readonly unknown[]): string => `(${ids.map(() => '?').join(',')})`
const rowsOf = (table: string, column: string, ids: readonly string[], order = ''): any[] =>
  ids.length === 0 ? [] : all(`select * from "${table}" where ${column} in ${among(ids)} ${order}`, ids)
const only = (row: any, columns: readonly string[]): any =>
  Object.fromEntries(columns.map((column) => [column, row[column]]))
const CHANGE = ['commitmentId', 'kind', 'fromOn', 'toOn', 'reason', 'movedAt', 'byName', 'byPost']

function mattersOf(ids: readonly string[]): unknown[] {
  const rows = new Map<string, CommitmentRow>(rowsOf('commitments', 'id', ids).map((row) => [row.id, row]))
  const values = [...rows.values()]
  const concernIds = [...new Set(values.flatMap(({ concernId }) => concernId ?? []))]
  const concerns = new Map<string, ConcernRow>(
    rowsOf('concerns', 'id', concernIds).map((row) => [row.id, row]),
  )
  const meetingIds = [...new Set(values.flatMap(({ meetingId }) => meetingId ?? []))]
  const meetings = new Map(rowsOf('meetings', 'id', meetingIds).map((row) => [row.id, row]))
  const dueChanges = rowsOf('dueChanges', 'commitmentId', ids, 'order by seq')
  const progress = rowsOf('progress', 'commitmentId', ids, 'order by seq')
  return ids.map((id) => {
    const row = rows.get(id)!
    const [concern, meeting] = [concerns.get(row.concernId ?? ''), meetings.get(row.meetingId ?? '')]
    return {
      placeId: row.placeId,
      commitment: commitmentIn(row),
      concern: concern ? concernIn(concern) : null,
      meeting: meeting ? only(meeting, ['id', 'title', 'onDay']) : null,
      dueChanges: dueChanges
        .filter(({ commitmentId }) => commitmentId === id)
        .map((one) => only(one, CHANGE)),
      progress: progress.filter(({ commitmentId }) => commitmentId === id),
    }
  })
}

const gramOf = (q: string): string =>
  [...q].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')

function pageOf(asked: URLSearchParams): unknown {
  const [by, way] = SORTS[(asked.get('sort') ?? 'due') as keyof typeof SORTS]
  const standing = asked.get('standing') as keyof typeof STANDINGS | null
  const q = asked.get('q')
  const end = asked.get('after')
  const [value, line] = end ? JSON.parse(Buffer.from(end, 'base64url').toString()) : []
  const source = q ? FOUND : 'ledgerLines'
  const conditions = [
    IS_BELOW,
    ...(standing ? [STANDINGS[standing]] : []),
    ...(end ? [`(${by}, line) ${way ? '<' : '>'} ($value, $line)`] : []),
  ]
  const bound = { ...at, ...(q ? { grams: gramOf(q) } : {}), ...(end ? { value, line } : {}) }
  const found = all(
    `${BELOW} select line, commitmentId, ${by} as value from ${source} where ${conditions.join(' and ')}
    order by ${by} ${way}, line ${way} limit ${PAGE + 1}`,
    bound,
  )
  const shown = found.slice(0, PAGE)
  const last = found.length > PAGE ? shown.at(-1) : undefined
  const matters = mattersOf(shown.map(({ commitmentId }) => commitmentId)) as { placeId: string }[]
  const placeIds = [...new Set(matters.map(({ placeId }) => placeId))]
  return {
    ...{ asOf: headOf(), today: TODAY, place: placeOf(), view: 'below' },
    places: rowsOf('places', 'id', placeIds, 'order by name, id'),
    counts: q
      ? all(
          `${BELOW} select ${standingsOf((one) => `count(*) filter (where ${one})`)} from ${FOUND} where ${IS_BELOW}`,
          {
            ...at,
            grams: gramOf(q),
          },
        )[0]
      : added(byVillage()),
    matters,
    next: last ? Buffer.from(JSON.stringify([last.value, last.line])).toString('base64url') : null,
  }
}

const headOf = (): number => all('select seq from heads where placeId = $township', at)[0]?.seq ?? 0
const placeOf = (): unknown => all('select * from places where id = $township', at)[0]
const byVillage = (): any[] =>
  all(
    `${BELOW} select asked.id as placeId, ${standingsOf((one) => `(select count(*) from ledgerLines where placeId = asked.id and ${one})`)} from asked`,
    at,
  )
const countsIn = (row: any): any => only(row, Object.keys(STANDINGS))
const added = (rows: readonly any[]): any =>
  Object.fromEntries(
    Object.keys(STANDINGS).map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]),
  )

function belowOf(): unknown {
  const rows = byVillage()
  const names = new Map(
    all('select id, name from places where parentId = $township', at).map(({ id, name }) => [id, name]),
  )
  return {
    ...{ asOf: headOf(), today: TODAY, place: placeOf(), counts: added(rows) },
    villages: rows.map((row) => ({
      placeId: row.placeId,
      counts: countsIn(row),
      name: names.get(row.placeId),
    })),
  }
}

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url!, 'http://localhost')
  const body = JSON.stringify(pathname.endsWith('/below') ? belowOf() : pageOf(searchParams))
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(body)
}).listen(Number(PORT), '127.0.0.1')
