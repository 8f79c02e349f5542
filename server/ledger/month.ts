import type { Day } from '../../shared/kernel/day.ts'
import type { Instant, Viewer } from '../../shared/kernel/event.ts'
import type { ConcernId, PlaceId } from '../../shared/kernel/id.ts'
import { rowsOf, sumsOf, type Month, type MonthRows, type MonthSums } from '../../shared/ledger/month.ts'
import type { Place } from '../../shared/places/place.ts'
import { dayAt } from '../clock/day.ts'
import { dueChangesByIds, placeCommitmentsFor } from '../commitments/queries.ts'
import { placeConcernsFor } from '../concerns/queries.ts'
import { custodyStepsOf } from '../custody/queries.ts'
import { ratingsFor } from '../ratings/queries.ts'
import type { Reader } from '../storage/database.ts'

export interface PlaceMonth {
  readonly sums: MonthSums
  readonly rows: MonthRows
}

/** The sheet hangs in public, so it is counted from what everybody may know. */
const anybodyAt = (placeId: PlaceId): Viewer => ({
  id: '',
  kind: 'stranger',
  name: null,
  personId: null,
  placeId,
  roles: [],
  meetingId: null,
  lookingAt: null,
})

export async function monthAt(reader: Reader, place: Place, month: Month, today: Day): Promise<PlaceMonth> {
  const viewer = anybodyAt(place.id)
  const dayOf = (at: Instant): Day => dayAt(new Date(at), place.timeZone)
  const commitments = await placeCommitmentsFor(reader, place.id, viewer)
  const sources = {
    commitments,
    dueChanges: await dueChangesByIds(
      reader,
      commitments.map(({ id }) => id),
    ),
    concerns: await placeConcernsFor(reader, place.id, viewer),
    steps: await custodyStepsOf(reader, place.id),
    ratings: await ratingsFor(reader, place.id, viewer),
    declinedIds: await declinedIn(reader, place.id, month),
    dayOf,
  }
  return { sums: sumsOf(month, today, sources), rows: rowsOf(month, today, sources) }
}

/** A matter that was judged since no longer says that it was declined; the journal does. */
async function declinedIn(reader: Reader, placeId: PlaceId, month: Month): Promise<readonly ConcernId[]> {
  const rows = await reader
    .selectFrom('journal')
    .select('data')
    .where('placeId', '=', placeId)
    .where('type', '=', 'concern-declined')
    .execute()
  return rows
    .map(({ data }): { concernId: ConcernId; on: Day } => JSON.parse(data))
    .filter(({ on }) => on.startsWith(`${month}-`))
    .map(({ concernId }) => concernId)
}
