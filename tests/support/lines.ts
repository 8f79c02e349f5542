import { sql } from 'kysely'
import { expect } from 'vitest'
import { listMissing } from '../../server/ledger/lines.ts'
import type { Database, Reader } from '../../server/storage/database.ts'
import { isPostgres } from '../../server/storage/dialect.ts'

async function linesOf(reader: Reader) {
  const lines = await reader
    .selectFrom('ledgerLines')
    .innerJoin('ledgerTexts', 'ledgerTexts.line', 'ledgerLines.line')
    .selectAll('ledgerLines')
    .select('text')
    .orderBy('commitmentId')
    .execute()
  return Promise.all(
    lines.map(async ({ line, ...row }) => {
      const word = row.text.split('\n')[1]!.slice(0, 2)
      const gram = [...word].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')
      const holding = isPostgres(reader)
        ? sql<{ line: number }>`select line from "ledgerGrams" where grams @> ${`{${gram}}`}::text[]`
        : sql<{ line: number }>`select rowid as line from "ledgerGrams" where "ledgerGrams" match ${gram}`
      const { rows } = await holding.execute(reader)
      return { ...row, timesFound: rows.filter((one) => one.line === line).length }
    }),
  )
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
