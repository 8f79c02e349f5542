import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { DUE_SOON_DAYS } from '../../shared/commitments/standing.ts'
import { addDays, type Day } from '../../shared/kernel/day.ts'
import type { PersonId, PlaceId } from '../../shared/kernel/id.ts'
import type { LedgerSort, LedgerStanding, PageEnd } from '../../shared/ledger/ledger.ts'
import type { Reader } from '../storage/database.ts'
import { askedOf, linesHolding, surely } from './list/grams.ts'

/** What is looked through before anybody asks how it stands. */
export interface Reach {
  readonly placeId: PlaceId
  /** The place alone, the villages below it, or all of these. */
  readonly places: 'here' | 'below' | 'both'
  /** Only what this person does a part of. */
  readonly personId: PersonId | null
  /** Whether promises that nobody has confirmed are among them. */
  readonly withSpoken: boolean
  readonly q: string
}

type Condition = RawBuilder<SqlBool>

const column = (name: string) => sql.ref(`ledgerLines.${name}`)
const [STATE, DUE_ON, LINE] = [column('state'), column('dueOn'), column('line')]

const all = (conditions: readonly (Condition | null)[]): Condition =>
  sql.join(
    conditions.filter((one) => one !== null),
    sql` and `,
  )

/** The places that are asked about, as `asked`: villages below townships, however deep. */
export function placesAsked({ placeId, places }: Reach): RawBuilder<unknown> {
  const here = sql`select cast(${placeId} as text)`
  if (places === 'here') return sql`with asked (id) as (${here})`
  return sql`with recursive tree (id, kind) as (
    select id, kind from places where "parentId" = ${placeId} and kind <> 'grid'
    union all
    select places.id, places.kind from tree join places on places."parentId" = tree.id
    where tree.kind = 'township' and places.kind <> 'grid'
  ), asked (id) as (
    select id from tree where kind <> 'township' ${places === 'both' ? sql`union all ${here}` : sql``}
  )`
}

// Nobody walks five hundred places one by one: an expression keeps the planner to the index that is in order.
const isAt = ({ placeId, places }: Reach): Condition =>
  places === 'here'
    ? sql`${column('placeId')} = ${placeId}`
    : sql`(${column('placeId')} || '') in (select id from asked)`

const isDoneBy = (personId: PersonId): Condition => {
  const amongParts = `%"personId":"${personId}"%`
  return sql`${column('commitmentId')} in (
    select id from commitments where "ownerId" = ${personId}
    union all
    select id from commitments where "coOwners" <> '[]' and "coOwners" like ${amongParts}
  )`
}

/** Somebody asked for a later day, and nobody has decided. */
export const isAskedLater: Condition = sql`${STATE} = 'open' and ${column('commitmentId')} in (
    select id from commitments where "askedDueOn" is not null
  )`

/** Every line within reach that meets these conditions: what follows `select …`. */
export function linesWithin(
  reader: Reader,
  reach: Reach,
  more: readonly Condition[] = [],
): RawBuilder<unknown> {
  const asked = reach.q === '' ? null : askedOf(reader, reach.q)
  const conditions = all([
    isAt(reach),
    reach.withSpoken ? null : sql`${STATE} <> 'spoken'`,
    reach.personId === null ? null : isDoneBy(reach.personId),
    asked && surely(asked),
    ...more,
  ])
  return sql`from ${asked ? linesHolding(reader, asked) : sql`"ledgerLines"`} where ${conditions}`
}

/**
 * How a promise stands, as `standingOf` says it, for the database to count.
 * @param areMany where so many stand so that walking them in order finds a page sooner than sorting them all would:
 * as expressions the columns keep the planner to the index that is in order
 */
export function standsAs(standing: LedgerStanding, today: Day, areMany = false): Condition {
  const soon = addDays(today, DUE_SOON_DAYS)
  const [state, dueOn] = areMany ? [sql`(${STATE} || '')`, sql`(${DUE_ON} || '')`] : [STATE, DUE_ON]
  switch (standing) {
    case 'overdue':
      return sql`(${state} = 'open' and ${dueOn} < ${today})`
    case 'soon':
      return sql`(${state} = 'open' and ${dueOn} >= ${today} and ${dueOn} <= ${soon})`
    case 'on-track':
      return sql`(${state} = 'open' and ${dueOn} > ${soon})`
    case 'spoken':
      return sql`(${state} = 'spoken')`
    case 'settled':
      return sql`(${state} in ('done', 'rated', 'settled'))`
  }
}

const SORTS = {
  due: { by: 'dueOn', direction: 'asc' },
  first: { by: 'firstDueOn', direction: 'asc' },
  newest: { by: 'recordedAt', direction: 'desc' },
  moved: { by: 'timesMoved', direction: 'desc' },
} as const

export const sortedBy = (sort: LedgerSort) => SORTS[sort]

/** The order of a page; equal ones go by their line. */
export function inOrderOf(sort: LedgerSort): RawBuilder<unknown> {
  const { by, direction } = SORTS[sort]
  const way = sql.raw(direction)
  return sql`order by ${column(by)} ${way}, ${LINE} ${way}`
}

/** What comes after where the page before ended. */
export function isAfter(sort: LedgerSort, { value, line }: PageEnd): Condition {
  const { by, direction } = SORTS[sort]
  return sql`(${column(by)}, ${LINE}) ${sql.raw(direction === 'asc' ? '>' : '<')} (${value}, ${line})`
}

export const cursorFor = ({ value, line }: PageEnd): string =>
  Buffer.from(JSON.stringify([value, line])).toString('base64url')

/** Where the page before ended; null for a cursor that we never gave for this sort. */
export function endIn(cursor: string, sort: LedgerSort): PageEnd | null {
  try {
    const [value, line, ...more] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const isSound = sort === 'moved' ? isWhole(value) : isPlain(value)
    return isSound && isWhole(line) && more.length === 0 ? { value, line } : null
  } catch {
    return null
  }
}

// PostgreSQL's integers end there.
const isWhole = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Math.abs(value as number) < 2 ** 31

const isPlain = (value: unknown): boolean => typeof value === 'string' && /^[0-9TZ:.-]{1,30}$/.test(value)
