import type { Place } from '../places/place.ts'
import type { Concern } from '../concerns/concern.ts'
import type { Day } from '../kernel/day.ts'
import type { Instant, NewEvent } from '../kernel/event.ts'
import type { ConcernId, MeetingId, PlaceId } from '../kernel/id.ts'

export const MAX_HAND_ON_REASON_LENGTH = 280
export const MAX_SUMMONED_UNIT_LENGTH = 40
/** Working days in which an offer is accepted or returned, and in which a unit that was called comes. */
export const ANSWER_WORKING_DAYS = 2
/** So many returns of one matter between the same two, and the level above both reads of it. */
export const RETURNS_SEEN_ABOVE = 3

/** Handed on because its holder cannot do it, or because it was judged not good enough twice. */
export type Because = 'asked' | 'rating'

export interface Offer {
  readonly fromPlaceId: PlaceId
  readonly toPlaceId: PlaceId
  readonly because: Because
  readonly reason: string
  readonly offeredOn: Day
  readonly answerBy: Day
}

/** In whose hands a matter is. Whoever received it first goes on telling the villager, whoever holds it. */
export interface Custody {
  /** Of the concern. */
  readonly id: ConcernId
  readonly meetingId: MeetingId | null
  readonly firstPlaceId: PlaceId
  readonly holderId: PlaceId
  readonly heldSince: Instant
  readonly offer: Offer | null
}

export type StepKind =
  | 'offered'
  | 'accepted'
  | 'returned'
  | 'taken-back'
  | 'given-back'
  | 'summoned'
  | 'came'
  /** The village moved to another township, and what the old one held went along. */
  | 'passed'

/** One step of a matter on its way, as the journal has it. */
export interface CustodyStep {
  readonly concernId: ConcernId
  readonly seq: number
  readonly kind: StepKind
  readonly fromPlaceId: PlaceId
  readonly toPlaceId: PlaceId
  /** The unit that was called (吹哨), where it is no place. */
  readonly unit: string | null
  readonly reason: string
  readonly on: Day
  readonly answerBy: Day | null
  readonly at: Instant
}

type Of<Facts extends object = object> = {
  concernId: ConcernId
  meetingId: MeetingId | null
  fromPlaceId: PlaceId
  toPlaceId: PlaceId
  on: Day
} & Facts

/** A matter goes from one place to another, or back. */
export const HANDING_TYPES = [
  'matter-offered',
  'matter-accepted',
  'matter-returned',
  'matter-passed',
  'offer-taken-back',
  'acceptance-taken-back',
] as const satisfies readonly CustodyEvent['type'][]

export type CustodyEvent =
  | NewEvent<'matter-offered', Of<{ because: Because; answerBy: Day }>, { reason: string }>
  | NewEvent<'matter-accepted', Of>
  | NewEvent<'matter-returned', Of, { reason: string }>
  | NewEvent<'offer-taken-back', Of>
  | NewEvent<
      'acceptance-taken-back',
      Of<{ because: Because; offeredOn: Day; answerBy: Day; heldSince: Instant }>,
      { reason: string }
    >
  | NewEvent<'unit-summoned', Of<{ answerBy: Day }>, { unit: string; reason: string }>
  | NewEvent<'unit-came', Of, { unit: string; report: string }>
  | NewEvent<
      'matter-passed',
      Of<{ holderId: PlaceId; offer: Pick<Offer, 'fromPlaceId' | 'toPlaceId'> | null }>
    >

/** A matter that nobody handed on is where it was raised. */
export const custodyOf = (
  concern: Pick<Concern, 'id' | 'meetingId' | 'raisedAt'>,
  placeId: PlaceId,
  known: Custody | null,
): Custody =>
  known ?? {
    id: concern.id,
    meetingId: concern.meetingId,
    firstPlaceId: placeId,
    holderId: placeId,
    heldSince: concern.raisedAt,
    offer: null,
  }

/** How often this matter was returned between each two, under one name for both directions. */
export function returnsBetween(
  steps: readonly Pick<CustodyStep, 'kind' | 'fromPlaceId' | 'toPlaceId'>[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { kind, fromPlaceId, toPlaceId } of steps) {
    if (kind !== 'returned') continue
    const pair = [fromPlaceId, toPlaceId].sort().join(' ')
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** The pairs of places between which one matter went back too often. */
export const tossedBetween = (
  steps: readonly Pick<CustodyStep, 'kind' | 'fromPlaceId' | 'toPlaceId'>[],
): readonly (readonly [PlaceId, PlaceId])[] =>
  [...returnsBetween(steps)]
    .filter(([, count]) => count >= RETURNS_SEEN_ABOVE)
    .map(([pair]) => pair.split(' ') as [string, string])

/** In whose hands the matters of a place are, and what it holds or is offered from below. */
export interface LadderView {
  readonly asOf: number
  /** The place and what it stands in, the lowest first. */
  readonly ladder: readonly Place[]
  readonly custodies: readonly Custody[]
  readonly steps: readonly CustodyStep[]
  /** The place, and the grids of it in which whoever asks works; those alone for somebody who does nothing else there. */
  readonly ours?: readonly PlaceId[]
  /** Of other places; without names. */
  readonly held: readonly Custody[]
  readonly tossed: readonly {
    readonly concernId: ConcernId
    readonly firstPlaceId: PlaceId
    readonly between: readonly [PlaceId, PlaceId]
  }[]
  /** Every place named in this. */
  readonly places: readonly Place[]
  /** The matters named in `held` and `tossed`. */
  readonly concerns: readonly Concern[]
}
