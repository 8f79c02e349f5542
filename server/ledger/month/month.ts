import type { Day } from '../../../shared/kernel/day.ts'
import { publicViewer, type Instant } from '../../../shared/kernel/event.ts'
import type { CommitmentId, ConcernId, PlaceId } from '../../../shared/kernel/id.ts'
import {
  rowsOf,
  sumsOf,
  type Month,
  type MonthRows,
  type MonthSums,
} from '../../../shared/ledger/month/month.ts'
import type { Place } from '../../../shared/places/place.ts'
import { verdictsOn, type Judged } from '../../../shared/ratings/rating.ts'
import { dayAt } from '../../clock/day.ts'
import { dueChangesByIds, placeCommitmentsFor } from '../../commitments/queries.ts'
import { placeConcernsFor } from '../../concerns/queries.ts'
import { custodyStepsOf } from '../../custody/queries.ts'
import { ratingsFor } from '../../ratings/queries.ts'
import type { Reader } from '../../storage/database.ts'

export interface PlaceMonth {
  readonly sums: MonthSums
  readonly rows: MonthRows
  readonly verdicts: Readonly<Record<CommitmentId, Judged>>
}

/** The sheet hangs in public, so it is counted from what everybody may know. */
const anybodyAt = publicViewer

export async function monthAt(reader: Reader, place: Place, month: Month, today: Day): Promise<PlaceMonth> {
  const { declined, ...all } = await sourcesAt(reader, place)
  const sources = { ...all, declinedIds: declined(month) }
  const rows = rowsOf(month, today, sources)
  return { sums: sumsOf(month, today, sources), rows, verdicts: verdictsOn(rows.kept, sources.ratings) }
}

/** Everything from which months are counted, read once. */
export async function sourcesAt(reader: Reader, place: Place) {
  const viewer = anybodyAt(place.id)
  const commitments = await placeCommitmentsFor(reader, place.id, viewer)
  const declines = await declinesAt(reader, place.id)
  return {
    commitments,
    dueChanges: await dueChangesByIds(
      reader,
      commitments.map(({ id }) => id),
    ),
    concerns: await placeConcernsFor(reader, place.id, viewer),
    steps: await custodyStepsOf(reader, place.id),
    ratings: await ratingsFor(reader, place.id, viewer),
    declined: (month: Month): readonly ConcernId[] =>
      declines.filter(({ on }) => on.startsWith(`${month}-`)).map(({ concernId }) => concernId),
    dayOf: (at: Instant): Day => dayAt(new Date(at), place.timeZone),
  }
}

/** A matter that was judged since no longer says that it was declined; the journal does. */
async function declinesAt(
  reader: Reader,
  placeId: PlaceId,
): Promise<readonly { readonly concernId: ConcernId; readonly on: Day }[]> {
  const rows = await reader
    .selectFrom('journal')
    .select('data')
    .where('placeId', '=', placeId)
    .where('type', '=', 'concern-declined')
    .execute()
  return rows.map(({ data }) => JSON.parse(data))
}
