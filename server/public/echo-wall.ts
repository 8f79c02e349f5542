import { isReportedDone, type Commitment } from '../../shared/commitments/commitment.ts'
import { MAX_PHOTOS } from '../../shared/commitments/photo.ts'
import { standingOf, type Standing } from '../../shared/commitments/standing.ts'
import type { LedgerView } from '../../shared/ledger/ledger.ts'
import type { PromisedBelow } from './promised-below.ts'
import { matterPath } from '../../shared/ledger/matter/public-matter.ts'
import type { EchoWallPage, EchoWallRow } from '../../shared/protocol/public.ts'

const MAX_SETTLED = 30

type Around = Pick<EchoWallPage, 'published' | 'planned' | 'address'> & {
  /** Where each matter has a page of its own. */
  readonly addresses: ReadonlyMap<string, string>
  /** What its people promised to places below. */
  readonly below?: readonly PromisedBelow[]
}

/** Every promise of a place, in the order of the echo wall. */
export function echoWallOf(view: LedgerView, { addresses, below = [], ...around }: Around): EchoWallPage {
  const { place, today } = view
  const all = [...view.commitments, ...below.map(({ commitment }) => commitment)]
  const promised = all.filter((one) => one.state === 'open' || isReportedDone(one))
  const among = (...standings: readonly Standing[]): Commitment[] =>
    promised.filter((one) => standings.includes(standingOf(one, today))).sort(byDay)
  const settled = promised.filter(isReportedDone).sort((a, b) => -byDone(a, b))
  const row = rowsOf(view, addresses, below)
  return {
    ...{ kind: 'echo-wall', place, today, ...around },
    overdue: among('overdue').map(row),
    running: among('due-soon', 'on-track').map(row),
    settled: settled.slice(0, MAX_SETTLED).map(row),
    settledCount: settled.length,
  }
}

const byDay = (a: Commitment, b: Commitment): number => a.dueOn.localeCompare(b.dueOn)
const byDone = (a: Commitment, b: Commitment): number => (a.doneOn ?? '').localeCompare(b.doneOn ?? '')

function rowsOf(
  { place, concerns, dueChanges, photos = [] }: LedgerView,
  addresses: ReadonlyMap<string, string>,
  below: readonly PromisedBelow[],
): (commitment: Commitment) => EchoWallRow {
  const known = new Map<string | null, EchoWallRow['concern']>(
    [...concerns, ...below.flatMap(({ concern }) => concern ?? [])].map((one) => [one.id, one]),
  )
  const moves = [...dueChanges, ...below.flatMap((one) => one.dueChanges)]
  // A later one takes the place of an earlier one.
  const lastMoves = new Map(moves.map((one) => [one.commitmentId, one]))
  const shown = [...photos, ...below.flatMap((one) => one.photos)].filter(({ isRemoved }) => !isRemoved)
  return (commitment) => {
    const { id, concernId } = commitment
    const address = addresses.get(concernId ?? '')
    const made = below.find(({ commitment: { id: of } }) => of === id)
    return {
      below: made?.placeName ?? null,
      commitment,
      concern: known.get(concernId) ?? null,
      path: address === undefined ? null : matterPath(made?.placeId ?? place.id, address),
      lastMove: lastMoves.get(id) ?? null,
      photos: shown.filter((one) => one.commitmentId === id).slice(-MAX_PHOTOS),
    }
  }
}
