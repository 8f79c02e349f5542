import { isAlike, piecesOf } from '../concerns/alike.ts'
import { GROUPS, type Concern, type Group } from '../concerns/concern.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { ConcernId, PlaceId } from '../kernel/id.ts'
import type { Place } from '../places/place.ts'
import { GROUP_SMALLEST } from './month/month.ts'

/** How far back matters are looked at together. */
export const RISING_DAYS = 90
/** What is alike is flagged from so many matters on, or from so many villages. */
export const RISING_MATTERS = 3
export const RISING_VILLAGES = 2
/** More matters than this are not compared; the newest are. */
export const MAX_RISING_COMPARED = 1500
/** Groups shown, the largest first. */
export const MAX_RISING_SHOWN = 20

/** One matter among those that are alike, without anybody's name. */
export interface RisingMatter extends Pick<
  Concern,
  'id' | 'no' | 'meetingId' | 'text' | 'state' | 'raisedAt' | 'voices'
> {
  readonly placeId: PlaceId
}

export interface RisingGroup {
  /** The newest first; those that were put together with another are counted, not shown. */
  readonly matters: readonly RisingMatter[]
  readonly count: number
  readonly villages: number
  readonly voices: number
  /** Waiting for an outcome. */
  readonly waiting: number
  /** How many are about the old, children or the weak; only where nobody is singled out by it. */
  readonly about: Readonly<Partial<Record<Group, number>>>
}

/** What is said again and again at a place, or in the villages below it. */
export interface RisingView {
  readonly asOf: number
  readonly today: Day
  readonly from: Day
  readonly places: readonly Place[]
  readonly groups: readonly RisingGroup[]
}

export interface PlacedConcern {
  readonly placeId: PlaceId
  readonly concern: Concern
}

export const risingFrom = (today: Day): Day => addDays(today, -RISING_DAYS)

interface Gathering {
  readonly members: PlacedConcern[]
  readonly pieces: (readonly string[])[]
}

/** Matters that say alike things, where they are enough to be flagged; the most first. */
export function risingGroups(concerns: readonly PlacedConcern[]): readonly RisingGroup[] {
  const gatherings: Gathering[] = []
  const byPiece = new Map<string, Set<Gathering>>()
  const ofConcern = new Map<ConcernId, Gathering>()
  // The oldest first, so that what comes in today does not change how last month's stand together.
  for (const placed of [...concerns].sort(oldestFirst)) {
    const { id, mergedIntoId, text } = placed.concern
    const pieces = piecesOf(text)
    const known = ofConcern.get(mergedIntoId ?? id)
    const gathering = known ?? bestOf(pieces, byPiece) ?? { members: [], pieces: [] }
    if (gathering.members.length === 0) gatherings.push(gathering)
    gathering.members.push(placed)
    gathering.pieces.push(pieces)
    ofConcern.set(id, gathering)
    // Put together with a later one: that one belongs here too.
    if (mergedIntoId !== null) ofConcern.set(mergedIntoId, gathering)
    for (const piece of pieces) byPiece.set(piece, (byPiece.get(piece) ?? new Set()).add(gathering))
  }
  return gatherings
    .map(({ members }) => groupOf(members))
    .filter(({ count, villages }) => count >= RISING_MATTERS || villages >= RISING_VILLAGES)
    .sort((one, other) => other.count - one.count || other.villages - one.villages)
    .slice(0, MAX_RISING_SHOWN)
}

const oldestFirst = ({ concern: one }: PlacedConcern, { concern: other }: PlacedConcern): number =>
  one.raisedAt === other.raisedAt ? (one.id < other.id ? -1 : 1) : one.raisedAt < other.raisedAt ? -1 : 1

/** The gathering of which at least half say alike: one alone would draw everything into one heap. */
function bestOf(
  pieces: readonly string[],
  byPiece: ReadonlyMap<string, ReadonlySet<Gathering>>,
): Gathering | undefined {
  const candidates = new Set(pieces.flatMap((piece) => [...(byPiece.get(piece) ?? [])]))
  let best: Gathering | undefined
  let most = 0
  for (const gathering of candidates) {
    const alike = gathering.pieces.filter((other) => isAlike(pieces, other)).length
    const part = alike / gathering.pieces.length
    if (part >= 0.5 && part > most) [best, most] = [gathering, part]
  }
  return best
}

function groupOf(members: readonly PlacedConcern[]): RisingGroup {
  const standing = members.filter(({ concern }) => concern.state !== 'merged')
  const counted = GROUPS.map(
    (group) => [group, members.filter(({ concern }) => concern.groups.includes(group)).length] as const,
  )
  return {
    matters: standing.map(matterOf).reverse(),
    count: members.length,
    villages: new Set(members.map(({ placeId }) => placeId)).size,
    voices: standing.reduce((sum, { concern }) => sum + concern.voices, 0),
    waiting: standing.filter(({ concern }) => WAITING.includes(concern.state)).length,
    about: Object.fromEntries(counted.filter(([, count]) => count >= GROUP_SMALLEST)),
  }
}

const WAITING: readonly Concern['state'][] = ['raised', 'recorded', 'reopened']

const matterOf = ({ placeId, concern }: PlacedConcern): RisingMatter => {
  const { id, no, meetingId, text, state, raisedAt, voices } = concern
  return { placeId, id, no, meetingId, text, state, raisedAt, voices }
}
