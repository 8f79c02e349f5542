import { sql, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely'
import type { CommitmentState } from '../../shared/commitments/commitment.ts'
import { DUE_SOON_DAYS } from '../../shared/commitments/standing.ts'
import { addDays, type Day } from '../../shared/kernel/day.ts'
import { ID_PATTERN, type PersonId, type PlaceId } from '../../shared/kernel/id.ts'
import type { LedgerSort, LedgerStanding, PageEnd } from '../../shared/ledger/ledger.ts'
import type { Tables } from '../storage/tables/tables.ts'

/** What is looked through before anybody asks how it stands. */
export interface Reach {
  readonly placeIds: readonly PlaceId[]
  /** Only what this person does a part of. */
  readonly personId: PersonId | null
  readonly states: readonly CommitmentState[]
  readonly q: string
}

type Rows = ExpressionBuilder<Tables, 'commitments'>

const column = (name: string) => sql.ref(`commitments.${name}`)
const [STATE, DUE_ON, ID] = [column('state'), column('dueOn'), column('id')]

/** Everything within reach; a place holds few promises, so its own index narrows before any text is read. */
export const within =
  ({ placeIds, personId, states, q }: Reach) =>
  (rows: Rows) =>
    rows.and([
      placeIds.length === 0 ? sql<SqlBool>`1 = 0` : rows('commitments.placeId', 'in', [...placeIds]),
      rows('commitments.state', 'in', [...states]),
      ...(personId === null ? [] : [doneBy(rows, personId)]),
      ...(q === '' ? [] : [saying(rows, q)]),
    ])

const doneBy = (rows: Rows, personId: PersonId) =>
  rows.or([
    rows('commitments.ownerId', '=', personId),
    rows('commitments.coOwners', 'like', `%"personId":"${personId}"%`),
  ])

/** Signs that LIKE would take for more than themselves stand for themselves. */
export const patternFor = (q: string): string => `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`

const has = (name: string, pattern: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`lower(${sql.ref(name)}) like ${pattern} escape '\\'`

const NUMBER = /^[0-9]{1,6}$/

function saying(rows: Rows, q: string) {
  const pattern = patternFor(q)
  return rows.or([
    has('commitments.measure', pattern),
    has('commitments.owner', pattern),
    rows.exists(
      rows
        .selectFrom('concerns')
        .select('concerns.id')
        .whereRef('concerns.id', '=', 'commitments.concernId')
        .where((concern) =>
          concern.or([
            has('concerns.text', pattern),
            ...(NUMBER.test(q) ? [concern('concerns.no', '=', Number(q))] : []),
          ]),
        ),
    ),
  ])
}

/** How a promise stands, as `standingOf` says it, for the database to count. */
export function standsAs(standing: LedgerStanding, today: Day): RawBuilder<SqlBool> {
  const soon = addDays(today, DUE_SOON_DAYS)
  switch (standing) {
    case 'overdue':
      return sql<SqlBool>`(${STATE} = 'open' and ${DUE_ON} < ${today})`
    case 'soon':
      return sql<SqlBool>`(${STATE} = 'open' and ${DUE_ON} >= ${today} and ${DUE_ON} <= ${soon})`
    case 'on-track':
      return sql<SqlBool>`(${STATE} = 'open' and ${DUE_ON} > ${soon})`
    case 'spoken':
      return sql<SqlBool>`(${STATE} = 'spoken')`
    case 'settled':
      return sql<SqlBool>`(${STATE} in ('done', 'rated', 'settled'))`
  }
}

const SORTS = {
  due: { by: 'dueOn', direction: 'asc' },
  first: { by: 'firstDueOn', direction: 'asc' },
  newest: { by: 'recordedAt', direction: 'desc' },
  moved: { by: 'timesMoved', direction: 'desc' },
} as const

export const sortedBy = (sort: LedgerSort) => SORTS[sort]

/** What comes after where the page before ended; equal ones go by their id. */
export function isAfter(sort: LedgerSort, end: PageEnd): RawBuilder<SqlBool> {
  const { by, direction } = SORTS[sort]
  const further = direction === 'asc' ? sql`>` : sql`<`
  const sorted = column(by)
  return sql<SqlBool>`(${sorted} ${further} ${end.value} or (${sorted} = ${end.value} and ${ID} > ${end.commitmentId}))`
}

export const cursorFor = ({ value, commitmentId }: PageEnd): string =>
  Buffer.from(JSON.stringify([value, commitmentId])).toString('base64url')

/** Where the page before ended; null for a cursor that we never gave for this sort. */
export function endIn(cursor: string, sort: LedgerSort): PageEnd | null {
  try {
    const [value, commitmentId, ...more] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const isSound = sort === 'moved' ? Number.isSafeInteger(value) : isPlain(value)
    if (!isSound || more.length > 0 || !new RegExp(ID_PATTERN).test(commitmentId)) return null
    return { value, commitmentId }
  } catch {
    return null
  }
}

const isPlain = (value: unknown): boolean => typeof value === 'string' && /^[0-9TZ:.-]{1,30}$/.test(value)
