import type { Decide } from '../kernel/command.ts'
import { firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import { refuse } from '../kernel/refusal.ts'
import { commandRefusal } from '../permissions/commands.ts'
import { MAX_LEVEL_NAME_LENGTH } from './levels.ts'
import {
  type LevelNames,
  isVillage,
  asGovernor,
  mayStandIn,
  PLACE_KINDS,
  MAX_PLACE_NAME_LENGTH,
  TIME_ZONE_DEFAULT,
} from './place.ts'
import type { Place, PlaceEvent, PlaceKind } from './place.ts'
import type { DrawGrid, FoundPlace, NameLevels, RenameGrid, RenamePlace, SetRaiserNaming } from './schema.ts'

export interface FoundPlaceState {
  readonly isTaken: boolean
  readonly parent: Place | null
  /** Whether the actor holds the township's role at the parent or above it. */
  readonly holdsTownshipAtParent: boolean
  /** What stands in the parent already. */
  readonly siblings?: readonly Place[]
}

export const decideFoundPlace: Decide<FoundPlace, FoundPlaceState, PlaceEvent> = (command, state, actor) => {
  const wrong = commandRefusal('found-place', actor, {
    are: state.holdsTownshipAtParent ? ['runs-above'] : [],
  })
  if (wrong) return wrong
  const { placeId, kind, parentId } = command
  if (parentId !== null && !state.parent) return refuse('not-found', 'parentId')
  if (state.parent && !mayStandIn(kind, state.parent.kind)) return refuse('field-wrong', 'parentId')
  if (state.isTaken) return refuse('already-exists', 'placeId')
  const name = command.name.trim()
  const refusal = firstRefusal(
    textRefusal('name', command.name, MAX_PLACE_NAME_LENGTH),
    (state.siblings ?? []).some((other) => other.name === name) && refuse('already-exists', 'name'),
  )
  if (refusal) return refusal
  const timeZone = state.parent?.timeZone ?? TIME_ZONE_DEFAULT
  return [
    {
      type: 'place-founded',
      data: { placeId, kind, parentId, timeZone },
      words: { name },
    },
  ]
}

export interface PlaceState {
  readonly place: Place | null
}

export const decideRenamePlace: Decide<RenamePlace, PlaceState, PlaceEvent> = (command, { place }, actor) => {
  const wrong = commandRefusal('rename-place', actor, asGovernor(actor, place))
  if (wrong) return wrong
  if (!place) return refuse('not-found', 'placeId')
  const refusal = textRefusal('name', command.name, MAX_PLACE_NAME_LENGTH)
  if (refusal) return refusal
  return [{ type: 'place-renamed', data: { placeId: place.id }, words: { name: command.name.trim() } }]
}

/** Names of levels reach those below, who may have their own; two levels of one name could not be told apart. */
export const decideNameLevels: Decide<NameLevels, PlaceState, PlaceEvent> = (command, { place }, actor) => {
  const wrong = commandRefusal('name-levels', actor, asGovernor(actor, place))
  if (wrong) return wrong
  if (!place) return refuse('not-found', 'placeId')
  const named = PLACE_KINDS.flatMap((kind): readonly [PlaceKind, string][] => {
    const name = command.levels[kind]
    return name === undefined ? [] : [[kind, name]]
  })
  const refusal = firstRefusal(
    ...named.map(([kind, name]) => textRefusal(`levels/${kind}`, name, MAX_LEVEL_NAME_LENGTH)),
    ...named.map(
      ([kind, name], at) =>
        named.slice(0, at).some(([, other]) => other.trim() === name.trim()) &&
        refuse('already-exists', `levels/${kind}`),
    ),
  )
  if (refusal) return refusal
  const levels: LevelNames = Object.fromEntries(named.map(([kind, name]) => [kind, name.trim()]))
  return [{ type: 'levels-named', data: { placeId: place.id }, words: { levels } }]
}

export interface RaiserNamingState extends PlaceState {
  readonly areRaisersNamed: boolean
}

/** Names of those who raised old matters stay with the staff unless the place itself says otherwise. */
export const decideSetRaiserNaming: Decide<SetRaiserNaming, RaiserNamingState, PlaceEvent> = (
  { areRaisersNamed },
  state,
  actor,
) => {
  const { place } = state
  const wrong = commandRefusal('set-raiser-naming', actor, asGovernor(actor, place))
  if (wrong) return wrong
  if (!place) return refuse('not-found', 'placeId')
  if (state.areRaisersNamed === areRaisersNamed) return []
  return [{ type: 'raiser-naming-set', data: { placeId: place.id, areRaisersNamed }, words: {} }]
}

export interface DrawGridState extends PlaceState {
  readonly isTaken: boolean
  readonly grids: readonly Place[]
}

export const decideDrawGrid: Decide<DrawGrid, DrawGridState, PlaceEvent> = (command, state, actor) => {
  const { place, grids } = state
  const wrong = commandRefusal('draw-grid', actor, asGovernor(actor, place))
  if (wrong) return wrong
  if (!place) return refuse('not-found', 'placeId')
  if (!isVillage(place.kind)) return refuse('field-wrong', 'placeId')
  const name = command.name.trim()
  const refusal = firstRefusal(
    state.isTaken && refuse('already-exists', 'gridId'),
    textRefusal('name', command.name, MAX_PLACE_NAME_LENGTH),
    grids.some((grid) => grid.name === name) && refuse('already-exists', 'name'),
  )
  if (refusal) return refusal
  const data = { gridId: command.gridId, villageId: place.id, timeZone: place.timeZone }
  return [{ type: 'grid-drawn', data, words: { name } }]
}

export interface RenameGridState extends PlaceState {
  readonly grids: readonly Place[]
}

export const decideRenameGrid: Decide<RenameGrid, RenameGridState, PlaceEvent> = (
  command,
  { place, grids },
  actor,
) => {
  const wrong = commandRefusal('rename-grid', actor, asGovernor(actor, place))
  if (wrong) return wrong
  const { gridId } = command
  const name = command.name.trim()
  const refusal = firstRefusal(
    !grids.some(({ id }) => id === gridId) && refuse('not-found', 'gridId'),
    textRefusal('name', command.name, MAX_PLACE_NAME_LENGTH),
    grids.some((grid) => grid.id !== gridId && grid.name === name) && refuse('already-exists', 'name'),
  )
  return refusal ?? [{ type: 'grid-renamed', data: { gridId }, words: { name } }]
}
