import { expect } from 'vitest'
import type { LedgerMatter, LedgerPage } from '../../../shared/ledger/ledger.ts'
import type { Meeting } from '../../../shared/meetings/meeting.ts'
import type { Client } from '../running/client.ts'
import { readIcs, valueOf } from '../files/ics-reader.ts'

/** A promise as every book must tell it. */
export interface Entry {
  readonly measure: string
  readonly firstDueOn: string
  readonly dueOn: string
  readonly timesMoved: number
}

export interface Books {
  readonly ledger: readonly Entry[]
  /** What the calendar must tell: promises still running and evenings not over, each with its day. */
  readonly ahead: readonly string[]
  readonly table: readonly Record<string, string>[]
  readonly calendar: readonly string[]
  readonly month: Readonly<Record<string, number>>
}

const CELL = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g
const DONE = /^办成 (\d{4}-\d{2}-\d{2})/

/** Cells by the names of the heading, read without knowing how they were written. */
export function rowsOfCsv(text: string): Record<string, string>[] {
  const lines: string[][] = [[]]
  for (const [, cell = '', end] of text.replace(/^\ufeff/, '').matchAll(CELL)) {
    lines.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell)
    if (end === '\r\n') lines.push([])
  }
  const [head, ...rows] = lines.filter((line) => line.length > 0)
  return rows.map((row) => Object.fromEntries(head!.map((name, at) => [name, row[at] ?? ''])))
}

/** Every promise of a place, page by page. */
export async function wholeLedger(client: Client, path: string): Promise<LedgerMatter[]> {
  const found: LedgerMatter[] = []
  for (let after: string | null = ''; after !== null;) {
    const rest: string = after && `&after=${encodeURIComponent(after)}`
    const page: LedgerPage = await client.read(`${path}?view=unit${rest}`)
    found.push(...page.matters)
    after = page.next
  }
  return found
}

async function calendarOf(client: Client): Promise<string[]> {
  const { body } = await client.post('/api/calendar-links', { placeId: client.placeId, scope: 'unit' })
  const { body: sheet } = await client.get(new URL(body.address).pathname)
  await client.send('DELETE', `/api/calendar-links/${body.linkId}`)
  return readIcs(sheet).children.map(
    (event) => `${valueOf(event, 'UID')!.split('@')[0]} ${valueOf(event, 'DTSTART')}`,
  )
}

async function monthOf(client: Client, month: string): Promise<Record<string, number>> {
  const { body } = await client.get(`/public/${client.placeId}/month/${month}?language=zh-Hans`)
  const sums = /<dl class="sum">(.*?)<\/dl>/s.exec(body)?.[1] ?? ''
  const numbers = [...sums.matchAll(/<dt>(.*?)<\/dt>\s*<dd>(\d+)<\/dd>/gs)]
  return Object.fromEntries(numbers.map(([, name, number]) => [name!, Number(number)]))
}

/** The day of one entry as a calendar writes it. */
const entry = (id: string, day: string): string => `${id} ${day.replaceAll('-', '')}`

async function eveningsAhead(client: Client): Promise<string[]> {
  const { meetings }: { meetings: readonly Meeting[] } = await client.read(
    `/api/places/${client.placeId}/meetings`,
  )
  return meetings
    .filter(({ phase }) => phase === 'planned' || phase === 'open')
    .map(({ id, onDay }) => entry(id, onDay))
}

/** Everything in which the promises of a place can be read, each read from outside. */
export async function readBooks(client: Client, month: string): Promise<Books> {
  const path = `/api/places/${client.placeId}/ledger`
  const matters = await wholeLedger(client, path)
  const { body } = await client.get(`${path}.csv`)
  return {
    ledger: matters.map(({ commitment: { measure, firstDueOn, dueOn, timesMoved } }) => ({
      ...{ measure, firstDueOn, dueOn, timesMoved },
    })),
    ahead: [
      ...matters
        .filter(({ commitment }) => commitment.state === 'open')
        .map(({ commitment: { id, dueOn } }) => entry(id, dueOn)),
      ...(await eveningsAhead(client)),
    ],
    table: rowsOfCsv(body),
    calendar: await calendarOf(client),
    month: await monthOf(client, month),
  }
}

const sorted = <Row>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

/** Ledger, table, calendar and monthly sheet tell the same, row by row. */
export function expectAgreement({ ledger, ahead, table, calendar, month }: Books, on: string): void {
  const promised = table.filter((row) => row['措施'] !== '')
  const told = promised.map((row) => ({
    measure: row['措施']!,
    firstDueOn: row['承诺时限']!,
    dueOn: row['现时限']!,
    timesMoved: Number(row['延期次数']),
  }))
  expect(sorted(told)).toEqual(sorted(ledger))
  expect(sorted(calendar)).toEqual(sorted(ahead))
  const doneOn = (row: Record<string, string>) => DONE.exec(row['完成情况']!)?.[1] ?? null
  const isLate = (row: Record<string, string>) => doneOn(row) === null && row['现时限']! < on
  const isIn = (day: string | null) => day !== null && day.startsWith(on.slice(0, 7))
  expect(month).toMatchObject({
    件说办好了: promised.filter((row) => isIn(doneOn(row))).length,
    件过了日子: promised.filter(isLate).length,
  })
}
