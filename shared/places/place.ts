import { holds, type Actor, type NewEvent } from '../kernel/event.ts'
import type { PlaceId } from '../kernel/id.ts'

export const PLACE_KINDS = ['county', 'township', 'village', 'compound', 'grid'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** What people of a place call its grids, itself and what it stands in; a level without a name of its own is missing. */
export type LevelNames = Readonly<Partial<Record<PlaceKind, string>>>

export const PLACE_NAME_LONGEST = 40
export const TIME_ZONE_DEFAULT = 'Asia/Shanghai'

/** A county, township, village, compound or grid: a tree. Villages and compounds hold meetings. */
export interface Place {
  readonly id: PlaceId
  readonly kind: PlaceKind
  readonly parentId: PlaceId | null
  readonly name: string
  readonly timeZone: string
  /** What people there call this level; missing where they use the usual word, and where nobody asked for it. */
  readonly levelName?: string
}

/** A grid's events stand in the journal of the village it belongs to. */
export type PlaceEvent =
  | NewEvent<
      'place-founded',
      { placeId: PlaceId; kind: PlaceKind; parentId: PlaceId | null; timeZone: string },
      { name: string }
    >
  /** All the names at once: a level that is not there is called by the usual word. */
  | NewEvent<'levels-named', { placeId: PlaceId }, { levels: LevelNames }>
  | NewEvent<'place-renamed', { placeId: PlaceId }, { name: string }>
  | NewEvent<'grid-drawn', { gridId: PlaceId; villageId: PlaceId; timeZone: string }, { name: string }>

const isAboveVillages = (kind: PlaceKind): boolean => kind === 'county' || kind === 'township'

/** The role without which nobody could run a place of this kind. */
export const governingRole = (kind: PlaceKind): 'township' | 'facilitator' =>
  isAboveVillages(kind) ? 'township' : 'facilitator'

export const governs = (actor: Actor, kind: PlaceKind): boolean =>
  actor.kind === 'system' || holds(actor, governingRole(kind))

/** Where a new place may stand: townships in counties, villages and compounds in either. */
export const mayStandIn = (kind: PlaceKind, parent: PlaceKind): boolean =>
  kind === 'township' ? parent === 'county' : isAboveVillages(parent)
