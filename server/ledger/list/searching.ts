import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Day } from '../../../shared/kernel/day.ts'
import type { CommitmentId } from '../../../shared/kernel/id.ts'
import {
  LEDGER_STANDINGS,
  type LedgerCounts,
  type LedgerSort,
  type PageEnd,
} from '../../../shared/ledger/ledger.ts'
import type { Reader } from '../../storage/database.ts'
import { inOrderOf, linesWithin, placesAsked, sortedBy, standsAs, type Reach } from '../asking.ts'
import { inNumbers, type Counted } from './counting.ts'

export type Line = PageEnd & { readonly commitmentId: CommitmentId }

type Row = Counted & { readonly [Part in keyof Line]: Line[Part] | null }

/** What a search finds, counted and its first lines in order: a common letter is looked up once for both. */
export async function searched(
  reader: Reader,
  reach: Reach,
  sort: LedgerSort,
  today: Day,
  conditions: readonly RawBuilder<SqlBool>[],
  most: number,
): Promise<{ readonly counts: LedgerCounts; readonly lines: readonly Line[] }> {
  const { by } = sortedBy(sort)
  const columns = [...new Set(['line', 'state', 'dueOn', by])].map((name) => sql.ref(`ledgerLines.${name}`))
  const counts = LEDGER_STANDINGS.map(
    (standing) => sql`count(*) filter (where ${standsAs(standing, today)}) as ${sql.ref(standing)}`,
  )
  const { rows } = await sql<Row>`${placesAsked(reach)},
    found as materialized (select ${sql.join(columns)} ${linesWithin(reader, reach)}),
    counted as (select ${sql.join(counts)} from found as "ledgerLines"),
    page as (
      select line, ${sql.ref(by)} from found as "ledgerLines"
      where ${sql.join([sql`true`, ...conditions], sql` and `)} ${inOrderOf(sort)} limit ${most}
    )
    select counted.*, named.line, named."commitmentId", ${sql.ref(`ledgerLines.${by}`)} as value
    from counted left join page as "ledgerLines" on true
    left join "ledgerLines" as named on named.line = "ledgerLines".line ${inOrderOf(sort)}`.execute(reader)
  return {
    counts: inNumbers(rows[0]!),
    lines: rows.filter((row): row is Counted & Line => row.line !== null),
  }
}
