import { sql } from 'kysely'
import { concernStatesThat, isGone } from '../../../shared/concerns/concern.ts'
import { concernFor, mayFind } from '../../../shared/concerns/present.ts'
import { folded } from '../../../shared/kernel/text/folding.ts'
import { seenFrom, type Viewer } from '../../../shared/kernel/event.ts'
import type { ConcernId, PlaceId } from '../../../shared/kernel/id.ts'
import { ROWS_OF_A_PAGE, type UnpromisedMatter } from '../../../shared/ledger/ledger.ts'
import type { Place } from '../../../shared/places/place.ts'
import { dayAt } from '../../clock/day.ts'
import { concernsByIds } from '../../concerns/queries.ts'
import { placesByIds } from '../../places/queries.ts'
import type { Reader } from '../../storage/database.ts'
import { placesAsked, type Reach } from '../asking.ts'
import { dayNamed, numberNamed } from './grams.ts'

// Matters without a promise are few beside the promises; the newest are looked through.
const MAX_LOOKED_THROUGH = 20_000

// Some of them may be none of the viewer's business.
const MAX_CONSIDERED = 4 * ROWS_OF_A_PAGE

interface Row {
  readonly id: ConcernId
  readonly placeId: PlaceId
  readonly no: number
  readonly text: string
  readonly raisedAt: string
}

/** Matters for which nothing was promised, by what they say, their number or the day on which they were raised. */
export async function unpromisedFor(
  reader: Reader,
  place: Place,
  viewer: Viewer,
  reach: Reach,
): Promise<{ readonly places: readonly Place[]; readonly matters: readonly UnpromisedMatter[] }> {
  const { rows } = await sql<Row>`${placesAsked(reach)}
    select id, "placeId", no, text, "raisedAt" from concerns
    where "placeId" in (select id from asked) and state not in (${sql.join(concernStatesThat(isGone))})
      and not exists (
        select 1 from commitments where "concernId" = concerns.id and commitments.state <> 'dropped'
      )
    order by "raisedAt" desc, id limit ${MAX_LOOKED_THROUGH}`.execute(reader)
  const isAsked = lookingFor(reach.q, place.timeZone)
  const found = rows.filter(isAsked).slice(0, MAX_CONSIDERED)
  const concerns = new Map(
    (
      await concernsByIds(
        reader,
        found.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  )
  const matters = found
    .flatMap(({ id, placeId }) => {
      const known = concerns.get(id)
      const here = seenFrom(viewer, placeId)
      const concern = known && mayFind(known, here) ? concernFor(known, here) : null
      return concern ? [{ placeId, concern }] : []
    })
    .slice(0, ROWS_OF_A_PAGE)
  return { places: await placesByIds(reader, [...new Set(matters.map(({ placeId }) => placeId))]), matters }
}

function lookingFor(q: string, timeZone: string): (row: Row) => boolean {
  const text = folded(q)
  const [no, day] = [numberNamed(text), dayNamed(text)]
  return (row) =>
    folded(row.text).includes(text) ||
    row.no === no ||
    (day !== null && dayAt(new Date(row.raisedAt), timeZone).endsWith(day))
}
