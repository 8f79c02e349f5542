import { sql } from 'kysely'
import type { CommitmentState } from '../../shared/commitments/commitment.ts'
import { commitmentFor } from '../../shared/commitments/present.ts'
import { concernFor } from '../../shared/concerns/present.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { holds, isStaff, type Viewer } from '../../shared/kernel/event.ts'
import type { CommitmentId, PersonId, PlaceId } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import {
  LEDGER_STANDINGS,
  ROWS_OF_A_PAGE,
  type LedgerCounts,
  type LedgerMatter,
  type LedgerPage,
  type LedgerQuestion,
  type LedgerScope,
} from '../../shared/ledger/ledger.ts'
import { withoutSmallGroups, type Month, type MonthRow } from '../../shared/ledger/month.ts'
import type { Place } from '../../shared/places/place.ts'
import { commitmentsByIds, dueChangesByIds, progressByIds } from '../commitments/queries.ts'
import { concernsByIds } from '../concerns/queries.ts'
import { headOf } from '../journal/read.ts'
import { meetingsByIds } from '../meetings/queries.ts'
import { placesByIds, villagesBelow } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'
import { monthAt, type PlaceMonth } from './month.ts'
import { cursorFor, endIn, isAfter, sortedBy, standsAs, within, type Reach } from './asking.ts'

export const CONFIRMED: readonly CommitmentState[] = ['open', 'done', 'rated', 'settled']

/**
 * Some promises by what was asked for, as this viewer may see them.
 * @throws a refusal where the viewer may not ask so, or the cursor is none of ours
 */
export async function ledgerPageFor(
  reader: Reader,
  place: Place,
  viewer: Viewer,
  today: Day,
  question: LedgerQuestion,
): Promise<LedgerPage> {
  const { view = 'unit', standing, sort = 'due', after } = question
  const reach = await reachOf(reader, place, viewer, view, question.q ?? '')
  const end = after === undefined ? null : endIn(after, sort)
  if (after !== undefined && !end) throw refuse('field-wrong', 'after')
  const { by, direction } = sortedBy(sort)
  let rows = reader
    .selectFrom('commitments')
    .select(['commitments.id', `commitments.${by} as value`])
    .where(within(reach))
  if (standing) rows = rows.where(standsAs(standing, today))
  if (end) rows = rows.where(isAfter(sort, end))
  const found = await rows
    .orderBy(`commitments.${by}`, direction)
    .orderBy('commitments.id')
    .limit(ROWS_OF_A_PAGE + 1)
    .execute()
  const shown = found.slice(0, ROWS_OF_A_PAGE)
  const last = found.length > ROWS_OF_A_PAGE ? shown.at(-1) : undefined
  const ids = shown.map(({ id }) => id)
  const matters = await mattersOf(reader, ids, viewer)
  return {
    asOf: await headOf(reader, place.id),
    today,
    place,
    view,
    places: await placesByIds(reader, [...new Set(matters.map(({ placeId }) => placeId))]),
    counts: await countsOf(reader, reach, today),
    matters,
    next: last ? cursorFor({ value: last.value, commitmentId: last.id }) : null,
  }
}

async function reachOf(
  reader: Reader,
  place: Place,
  viewer: Viewer,
  view: LedgerScope,
  q: string,
): Promise<Reach> {
  if (view === 'mine' && viewer.personId === null) throw refuse('not-logged-in')
  const isAbove = holds(viewer, 'township')
  if (view === 'below' && !isAbove) throw refuse(viewer.kind === 'stranger' ? 'not-logged-in' : 'not-allowed')
  const below = isAbove && view !== 'unit' ? (await villagesBelow(reader, place.id)).map(({ id }) => id) : []
  return {
    placeIds: view === 'below' ? below : [place.id, ...below],
    personId: view === 'mine' ? viewer.personId : null,
    states: isStaff(viewer) ? ['spoken', ...CONFIRMED] : CONFIRMED,
    q: q.trim(),
  }
}

async function countsOf(reader: Reader, reach: Reach, today: Day): Promise<LedgerCounts> {
  const row = await reader
    .selectFrom('commitments')
    .select(
      LEDGER_STANDINGS.map((standing) =>
        sql<number | string>`count(*) filter (where ${standsAs(standing, today)})`.as(standing),
      ),
    )
    .where(within(reach))
    .executeTakeFirstOrThrow()
  // PostgreSQL counts in numbers that it writes as text.
  const count = (standing: keyof typeof row) => Number(row[standing])
  return {
    overdue: count('overdue'),
    soon: count('soon'),
    'on-track': count('on-track'),
    spoken: count('spoken'),
    settled: count('settled'),
  }
}

/** Promises with what they answer, in the order of the ids. */
async function mattersOf(
  reader: Reader,
  ids: readonly CommitmentId[],
  viewer: Viewer,
): Promise<readonly LedgerMatter[]> {
  const rows = await commitmentsByIds(reader, ids)
  const [dueChanges, progress] = [await dueChangesByIds(reader, ids), await progressByIds(reader, ids)]
  const concerns = await concernsByIds(
    reader,
    rows.flatMap(({ commitment }) => commitment.concernId ?? []),
  )
  const meetings = await meetingsByIds(reader, [
    ...new Set(rows.flatMap(({ commitment }) => commitment.meetingId ?? [])),
  ])
  return ids.flatMap((id) => {
    const row = rows.find(({ commitment }) => commitment.id === id)
    const commitment = row && commitmentFor(row.commitment, viewer)
    if (!commitment) return []
    const concern = concerns.find((one) => one.id === commitment.concernId)
    const meeting = meetings.find((one) => one.id === commitment.meetingId)
    return {
      placeId: row.placeId,
      commitment,
      concern: concern ? concernFor(concern, viewer) : null,
      meeting: meeting ? { id: meeting.id, title: meeting.title, onDay: meeting.onDay } : null,
      dueChanges: dueChanges.filter(({ commitmentId }) => commitmentId === id),
      progress: progress.filter(({ commitmentId }) => commitmentId === id),
    }
  })
}

/** Running promises of these places, or of one person at them, by their day. */
export async function runningPromises(
  reader: Reader,
  placeIds: readonly PlaceId[],
  personId: PersonId | null,
) {
  const found = await reader
    .selectFrom('commitments')
    .select('commitments.id')
    .where(within({ placeIds, personId, states: ['open'], q: '' }))
    .orderBy('commitments.dueOn')
    .orderBy('commitments.id')
    .execute()
  const ids = found.map(({ id }) => id)
  const rows = await commitmentsByIds(reader, ids)
  const dueChanges = await dueChangesByIds(reader, ids)
  const concerns = await concernsByIds(
    reader,
    rows.flatMap(({ commitment }) => commitment.concernId ?? []),
  )
  return ids.map((id) => {
    const { commitment } = rows.find((row) => row.commitment.id === id)!
    return {
      commitment,
      concern: concerns.find((one) => one.id === commitment.concernId)?.text ?? null,
      dueChanges: dueChanges.filter(({ commitmentId }) => commitmentId === id),
    }
  })
}

/** One month of a place; above villages, the month of each of them, the small ones together. */
export async function monthFor(
  reader: Reader,
  place: Place,
  month: Month,
  today: Day,
): Promise<{ readonly own: PlaceMonth | null; readonly below: readonly MonthRow[] }> {
  const isAbove = place.kind === 'township' || place.kind === 'county'
  if (!isAbove) return { own: await monthAt(reader, place, month, today), below: [] }
  const villages = await villagesBelow(reader, place.id)
  const rows = []
  for (const village of villages) {
    const { sums } = await monthAt(reader, village, month, today)
    rows.push({ names: [village.name], sums })
  }
  return { own: null, below: withoutSmallGroups(rows) }
}
