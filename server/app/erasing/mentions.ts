import { sql } from 'kysely'
import type { Reader } from '../../storage/database.ts'

/** Where a name still stands within what people wrote: it is theirs to put otherwise, and signed texts stay as signed. */
export async function mentionsOf(reader: Reader, name: string): Promise<readonly object[]> {
  const found: object[] = []
  for (const { name: table, columns } of await reader.introspection.getTables())
    for (const { name: column, dataType } of columns) {
      if (!/^(text|varchar)$/i.test(dataType) || table === 'ledgerGrams') continue
      const { rows } = await sql<{ count: number | string }>`
        select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} like ${`%${name}%`}`.execute(
        reader,
      )
      const count = Number(rows[0]?.count ?? 0)
      if (count > 0) found.push({ stillNamedIn: table, column, rows: count })
    }
  return found
}
