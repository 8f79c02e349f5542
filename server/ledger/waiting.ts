import { sql } from 'kysely'
import { stageOf } from '../../shared/commitments/stage.ts'
import type { Calendar } from '../../shared/calendar/calendar.ts'
import type { Day } from '../../shared/kernel/day.ts'
import { type Viewer } from '../../shared/kernel/event.ts'
import type { CommitmentId, PlaceId } from '../../shared/kernel/id.ts'
import { FIGURE_MONTHS, monthsUpTo } from '../../shared/ledger/month/figures.ts'
import { firstDayOf } from '../../shared/ledger/month/month.ts'
import type { LedgerMatter } from '../../shared/ledger/ledger.ts'
import {
  MAX_WAITING_ROWS,
  byName,
  placesToday,
  waitingKind,
  type WaitingMatter,
  type WaitingPlace,
  type WaitingView,
} from '../../shared/ledger/waiting.ts'
import type { Place } from '../../shared/places/place.ts'
import { calendarAt } from '../calendar/queries.ts'
import { headOf } from '../journal/read.ts'
import type { Reader } from '../storage/database.ts'
import { placesAsked, type Reach } from './asking.ts'
import { countsByPlace, countsTogether } from './list/counting.ts'
import { mattersOf } from './queries.ts'

/** @throws a refusal for whoever does not stand above other places */
export async function waitingFor(
  reader: Reader,
  place: Place,
  viewer: Viewer,
  today: Day,
): Promise<WaitingView> {
  const reach: Reach = { placeId: place.id, places: 'below', personId: null, withSpoken: true, q: '' }
  const villages = await countsByPlace(reader, reach, today)
  const names = new Map(villages.map(({ placeId, name }) => [placeId, { name }]))
  const ids = await idsWaiting(reader, reach, today)
  const matters = await mattersOf(reader, ids.slice(0, MAX_WAITING_ROWS), viewer)
  const nameOf = ({ placeId }: LedgerMatter) => names.get(placeId) ?? { name: '' }
  return {
    asOf: await headOf(reader, place.id),
    today,
    place,
    counts: countsTogether(villages.map(({ counts }) => counts)),
    matters: (await withStages(reader, matters, today)).sort(
      (a, b) => byName(nameOf(a), nameOf(b)) || (a.commitment.dueOn < b.commitment.dueOn ? -1 : 1),
    ),
    hasMore: ids.length > MAX_WAITING_ROWS,
    places: await placesFor(reader, reach, villages, today),
  }
}

async function idsWaiting(reader: Reader, reach: Reach, today: Day): Promise<readonly CommitmentId[]> {
  const { rows } = await sql<{ id: CommitmentId }>`${placesAsked(reach)}
    select id from commitments
    where ("placeId" || '') in (select id from asked) and state = 'open'
    and ("dueOn" < ${today} or "askedDueOn" is not null)
    order by ("askedDueOn" is null), "dueOn", id limit ${MAX_WAITING_ROWS + 1}`.execute(reader)
  return rows.map(({ id }) => id)
}

async function withStages(
  reader: Reader,
  matters: readonly LedgerMatter[],
  today: Day,
): Promise<WaitingMatter[]> {
  const calendars = new Map<PlaceId, Calendar>()
  const found: WaitingMatter[] = []
  for (const matter of matters) {
    const calendar = calendars.get(matter.placeId) ?? (await calendarAt(reader, matter.placeId))
    calendars.set(matter.placeId, calendar)
    const stage = stageOf(matter.commitment, today, calendar)
    found.push({ ...matter, stage, kind: waitingKind(matter.commitment, stage) })
  }
  return found
}

type Villages = Awaited<ReturnType<typeof countsByPlace>>

async function placesFor(
  reader: Reader,
  reach: Reach,
  villages: Villages,
  today: Day,
): Promise<readonly WaitingPlace[]> {
  const since = firstDayOf(monthsUpTo(today, FIGURE_MONTHS)[0]!)
  const { rows } = await sql<{
    placeId: PlaceId
    rated: number | string
    satisfied: number | string
  }>`${placesAsked(reach)}
    select "placeId", count(*) as rated,
    count(*) filter (where done <> 'not' and satisfied <> 'not') as satisfied
    from ratings where ("placeId" || '') in (select id from asked) and "ratedOn" >= ${since}
    group by "placeId"`.execute(reader)
  return placesToday(
    villages.map(({ placeId, name, counts }) => {
      const judged = rows.find((row) => row.placeId === placeId)
      return {
        ...{ placeId, name, open: counts.overdue + counts.soon + counts['on-track'] },
        ...{ rated: Number(judged?.rated ?? 0), satisfied: Number(judged?.satisfied ?? 0) },
      }
    }),
  )
}
