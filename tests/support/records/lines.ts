import { sql } from 'kysely'
import { expect } from 'vitest'
import { listMissing } from '../../../server/ledger/list/lines.ts'
import type { Database, Reader } from '../../../server/storage/database.ts'
import { isPostgres } from '../../../server/storage/dialect.ts'

/** How often each line stands under a gram. */
async function timesUnder(reader: Reader, gram: string): Promise<Map<number, number>> {
  const holding = isPostgres(reader)
    ? sql<{ line: number }>`select line from "ledgerGrams" where grams @> ${`{${gram}}`}::text[]`
    : sql<{ line: number }>`select rowid as line from "ledgerGrams" where "ledgerGrams" match ${gram}`
  const times = new Map<number, number>()
  for (const { line } of (await holding.execute(reader)).rows) times.set(line, (times.get(line) ?? 0) + 1)
  return times
}

async function linesOf(reader: Reader) {
  const lines = await reader
    .selectFrom('ledgerLines')
    .innerJoin('ledgerTexts', 'ledgerTexts.line', 'ledgerLines.line')
    .selectAll('ledgerLines')
    .select('text')
    .orderBy('commitmentId')
    .execute()
  const found = new Map<string, Map<number, number>>()
  const rows = []
  for (const { line, ...row } of lines) {
    const word = row.text.split('\n')[1]!.slice(0, 2)
    const gram = [...word].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')
    const under = found.get(gram) ?? (await timesUnder(reader, gram))
    found.set(gram, under)
    rows.push({ ...row, timesFound: under.get(line) ?? 0 })
  }
  return rows
}

/** Lines that went along with the events are those that one gets from the tables alone; says how many there are. */
export async function expectLinesToAgree({ reader, write }: Database): Promise<number> {
  const kept = await linesOf(reader)
  expect(kept.filter(({ timesFound }) => timesFound !== 1)).toEqual([])
  await write(async (work) => {
    await work.deleteFrom('ledgerLines').execute()
    await sql`delete from "ledgerGrams"`.execute(work)
    await listMissing(work)
  })
  expect(await linesOf(reader)).toEqual(kept)
  return kept.length
}
