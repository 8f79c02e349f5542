import { sql } from 'kysely'
import type { Day } from '../../../shared/kernel/day.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import {
  LEDGER_STANDINGS,
  type LedgerCounts,
  type LedgerStanding,
  type PlaceStandings,
} from '../../../shared/ledger/ledger.ts'
import type { Reader } from '../../storage/database.ts'
import { linesWithin, placesAsked, standsAs, type Reach } from '../asking.ts'

// PostgreSQL counts in numbers that it writes as text.
export type Counted = Readonly<Record<LedgerStanding, number | string>>

export const inNumbers = (row: Counted): LedgerCounts => ({
  overdue: Number(row.overdue),
  soon: Number(row.soon),
  'on-track': Number(row['on-track']),
  spoken: Number(row.spoken),
  settled: Number(row.settled),
})

/** How many promises within reach stand how. */
export async function countsOf(reader: Reader, reach: Reach, today: Day): Promise<LedgerCounts> {
  if (reach.q === '' && reach.personId === null)
    return countsTogether((await countsByPlace(reader, reach, today)).map(({ counts }) => counts))
  const counts = LEDGER_STANDINGS.map(
    (standing) => sql`count(*) filter (where ${standsAs(standing, today)}) as ${sql.ref(standing)}`,
  )
  const query = sql<Counted>`${placesAsked(reach)} select ${sql.join(counts)} ${linesWithin(reader, reach)}`
  return inNumbers((await query.execute(reader)).rows[0]!)
}

/** Several counts as one. */
export function countsTogether(parts: readonly LedgerCounts[]): LedgerCounts {
  const total = (standing: LedgerStanding) => parts.reduce((sum, part) => sum + part[standing], 0)
  return {
    overdue: total('overdue'),
    soon: total('soon'),
    'on-track': total('on-track'),
    spoken: total('spoken'),
    settled: total('settled'),
  }
}

/** The same of every place within reach: each count is a stretch of one index, and no row is looked at. */
export async function countsByPlace(
  reader: Reader,
  reach: Omit<Reach, 'q' | 'personId'>,
  today: Day,
): Promise<readonly PlaceStandings[]> {
  const ledgerLines = sql`"ledgerLines" where "ledgerLines"."placeId" = asked.id`
  const counts = LEDGER_STANDINGS.map((standing) =>
    standing === 'spoken' && !reach.withSpoken
      ? sql`0 as spoken`
      : sql`(select count(*) from ${ledgerLines} and ${standsAs(standing, today)}) as ${sql.ref(standing)}`,
  )
  const query = sql<
    Counted & { placeId: PlaceId; name: string }
  >`${placesAsked({ ...reach, q: '', personId: null })}
    select asked.id as "placeId", (select name from places where places.id = asked.id) as name,
    ${sql.join(counts)} from asked`
  const { rows } = await query.execute(reader)
  return rows.map((row) => ({ placeId: row.placeId, name: row.name, counts: inNumbers(row) }))
}
