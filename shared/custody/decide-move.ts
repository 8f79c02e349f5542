import type { Decide } from '../kernel/command.ts'
import type { Day } from '../kernel/day.ts'
import type { PlaceId } from '../kernel/id.ts'
import { firstRefusal } from '../kernel/text/limits.ts'
import { refuse } from '../kernel/refusal.ts'
import { commandRefusal } from '../permissions/commands.ts'
import { isVillage, mayStandIn, type Place, type PlaceEvent } from '../places/place.ts'
import type { Custody, CustodyEvent } from './custody.ts'
import type { MovePlace } from './schema.ts'

export interface MovePlaceState {
  readonly place: Place | null
  readonly newParent: Place | null
  /** Whether the actor runs both what the place stands in and what it shall stand in. */
  readonly runsBoth: boolean
  /** What the place stands in now and what it would, the lowest first. */
  readonly ladder: readonly PlaceId[]
  readonly newLadder: readonly PlaceId[]
  /** Matters of the place that were handed on. */
  readonly custodies: readonly Custody[]
}

/** What the old township holds or is offered passes to the new one: nothing is left with those who stand beside. */
export const decideMovePlace: Decide<MovePlace, MovePlaceState, PlaceEvent | CustodyEvent> = (
  { toParentId },
  state,
  actor,
  { today },
) => {
  const denied = commandRefusal('move-place', actor, { are: state.runsBoth ? ['runs-above'] : [] })
  if (denied) return denied
  const { place, newParent } = state
  if (!place) return refuse('not-found', 'placeId')
  if (!newParent) return refuse('not-found', 'toParentId')
  const refusal = firstRefusal(
    !isVillage(place.kind) && refuse('field-wrong', 'placeId'),
    !mayStandIn(place.kind, newParent.kind) && refuse('field-wrong', 'toParentId'),
    place.parentId === toParentId && refuse('already-exists', 'toParentId'),
  )
  if (refusal) return refusal
  const moved: PlaceEvent = {
    type: 'place-moved',
    data: { placeId: place.id, fromParentId: place.parentId, toParentId },
    words: {},
  }
  return [moved, ...state.custodies.flatMap((custody) => passed(custody, state, today))]
}

/** Each level of the old line gives to the same level of the new one, or to its topmost. */
function passed(custody: Custody, state: MovePlaceState, on: Day): readonly CustodyEvent[] {
  const after = (id: PlaceId): PlaceId => {
    const at = state.ladder.indexOf(id)
    if (at < 0 || state.newLadder.includes(id)) return id
    return state.newLadder[Math.min(at, state.newLadder.length - 1)] ?? id
  }
  const { id: concernId, meetingId, offer } = custody
  const holderId = after(custody.holderId)
  const to = offer && { fromPlaceId: after(offer.fromPlaceId), toPlaceId: after(offer.toPlaceId) }
  const isSame = holderId === custody.holderId && to?.fromPlaceId === offer?.fromPlaceId
  if (isSame && to?.toPlaceId === offer?.toPlaceId) return []
  const [fromPlaceId, toPlaceId] =
    holderId === custody.holderId && offer && to
      ? [offer.toPlaceId, to.toPlaceId]
      : [custody.holderId, holderId]
  const data = { concernId, meetingId, fromPlaceId, toPlaceId, on, holderId, offer: to }
  return [{ type: 'matter-passed', data, words: {} }]
}
