import { readRefusal } from '../../shared/permissions/reads.ts'
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { commitmentFor, dueChangeFor } from '../../shared/commitments/present.ts'
import { concernFor } from '../../shared/concerns/present.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { holds, seenFrom, type Viewer } from '../../shared/kernel/event.ts'
import type { CommitmentId } from '../../shared/kernel/id.ts'
import { mayKnow } from '../../shared/permissions/fields.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import {
  ROWS_OF_A_PAGE,
  type LedgerBelow,
  type LedgerMatter,
  type LedgerPage,
  type LedgerQuestion,
  type LedgerScope,
  type LedgerCounts,
  type LedgerSort,
  type LedgerStanding,
  type PageEnd,
} from '../../shared/ledger/ledger.ts'
import type { Place } from '../../shared/places/place.ts'
import { commitmentsByIds, dueChangesByIds, progressByIds } from '../commitments/queries.ts'
import { concernsByIds } from '../concerns/queries.ts'
import { headOf } from '../journal/read.ts'
import { meetingsByIds } from '../meetings/queries.ts'
import { placesByIds } from '../places/queries.ts'
import type { Reader } from '../storage/database.ts'
import {
  cursorFor,
  endIn,
  inOrderOf,
  isAfter,
  isAskedLater,
  linesWithin,
  placesAsked,
  sortedBy,
  standsAs,
  type Reach,
} from './asking.ts'
import { countsByPlace, countsOf, countsTogether } from './list/counting.ts'
import { searched, type Line } from './list/searching.ts'

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
  const { view = 'unit', sort = 'due', after } = question
  const reach = reachOf(place, viewer, view, question.q ?? '')
  if (question.wants && !mayKnow('commitment.asked', viewer)) throw refuse('not-allowed')
  const end = after === undefined ? null : endIn(after, sort)
  if (after !== undefined && !end) throw refuse('field-wrong', 'after')
  const asOf = await headOf(reader, place.id)
  const { lines: found, counts } = await foundFor(reader, reach, sort, today, { ...question, end })
  const shown = found.slice(0, ROWS_OF_A_PAGE)
  const last = found.length > ROWS_OF_A_PAGE ? shown.at(-1) : undefined
  const ids = shown.map(({ commitmentId }) => commitmentId)
  const matters = await mattersOf(reader, ids, viewer)
  return {
    asOf,
    today,
    place,
    view,
    places: await placesByIds(reader, [...new Set(matters.map(({ placeId }) => placeId))]),
    counts,
    matters,
    next: last ? cursorFor(last) : null,
  }
}

/** One more line than a page has, where there are so many, and how many there are in all. */
async function foundFor(
  reader: Reader,
  reach: Reach,
  sort: LedgerSort,
  today: Day,
  { standing, wants, end }: Pick<LedgerQuestion, 'standing' | 'wants'> & { readonly end: PageEnd | null },
): Promise<{ readonly lines: readonly Line[]; readonly counts: LedgerCounts }> {
  const after = [...(wants ? [isAskedLater] : []), ...(end ? [isAfter(sort, end)] : [])]
  const meeting = (areMany: boolean) => [...(standing ? [standsAs(standing, today, areMany)] : []), ...after]
  if (reach.q !== '') return searched(reader, reach, sort, today, meeting(false), ROWS_OF_A_PAGE + 1)
  const counts = await countsOf(reader, reach, today)
  const areMany = standing !== undefined && isWalked(reach, sort, standing, counts)
  return { lines: await linesOf(reader, reach, sort, meeting(areMany)), counts }
}

/** Whether a page is found sooner by walking all lines in order than by sorting those that stand so. */
function isWalked(
  { places, personId }: Reach,
  sort: LedgerSort,
  standing: LedgerStanding,
  counts: LedgerCounts,
) {
  // One state's lines lie in the order of their days already.
  if (places === 'here' || personId !== null || (sort === 'due' && standing !== 'settled')) return false
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return counts[standing] ** 2 > ROWS_OF_A_PAGE * all
}

async function linesOf(
  reader: Reader,
  reach: Reach,
  sort: LedgerSort,
  conditions: readonly RawBuilder<SqlBool>[],
): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`${placesAsked(reach)}
    select "ledgerLines".line, "commitmentId", ${sql.ref(sortedBy(sort).by)} as value
    ${linesWithin(reader, reach, conditions)} ${inOrderOf(sort)} limit ${ROWS_OF_A_PAGE + 1}`.execute(reader)
  return rows
}

export function reachOf(place: Place, viewer: Viewer, view: LedgerScope, q: string): Reach {
  if (view === 'mine' && viewer.personId === null) throw refuse('not-logged-in')
  const denied = view === 'below' && readRefusal('/api/places/:placeId/ledger/below', viewer)
  if (denied) throw denied
  const isAbove = holds(viewer, 'township')
  return {
    placeId: place.id,
    places: view === 'below' ? 'below' : isAbove && view !== 'unit' ? 'both' : 'here',
    personId: view === 'mine' ? viewer.personId : null,
    withSpoken: mayKnow('commitment.unheard', viewer),
    q: q.trim(),
  }
}

/** How the promises of each village below a place stand, for whoever is above them. */
export async function ledgerBelowFor(
  reader: Reader,
  place: Place,
  viewer: Viewer,
  today: Day,
): Promise<LedgerBelow> {
  const reach = reachOf(place, viewer, 'below', '')
  const asOf = await headOf(reader, place.id)
  const villages = await countsByPlace(reader, reach, today)
  return {
    asOf,
    today,
    place,
    counts: countsTogether(villages.map(({ counts }) => counts)),
    villages,
  }
}

/** Promises with what they answer, in the order of the ids. */
export async function mattersOf(
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
      concern: concern ? concernFor(concern, seenFrom(viewer, row.placeId)) : null,
      meeting: meeting ? { id: meeting.id, title: meeting.title, onDay: meeting.onDay } : null,
      dueChanges: dueChanges
        .filter(({ commitmentId }) => commitmentId === id)
        .map((change) => dueChangeFor(change, viewer)),
      progress: progress.filter(({ commitmentId }) => commitmentId === id),
    }
  })
}

/** Running promises of a place, with those below it or of one person there, by their day. */
export async function runningPromises(reader: Reader, reach: Pick<Reach, 'placeId' | 'places' | 'personId'>) {
  const isRunning = sql<SqlBool>`"ledgerLines".state = 'open'`
  const { rows: found } = await sql<{
    id: CommitmentId
  }>`${placesAsked({ ...reach, withSpoken: false, q: '' })}
    select "commitmentId" as id
    ${linesWithin(reader, { ...reach, withSpoken: true, q: '' }, [isRunning])} ${inOrderOf('due')}`.execute(
    reader,
  )
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
