import { holds, isStaff, type Actor, type NewEvent, type Role } from '../kernel/event.ts'
import type { PlaceId } from '../kernel/id.ts'
import type { Facts } from '../permissions/permission.ts'

export const PLACE_KINDS = ['county', 'township', 'village', 'compound', 'grid'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** What people of a place call its grids, itself and what it stands in; a level without a name of its own is missing. */
export type LevelNames = Readonly<Partial<Record<PlaceKind, string>>>

export const MAX_PLACE_NAME_LENGTH = 40
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
  /** Of matters that come in with an old ledger from now on. */
  | NewEvent<'raiser-naming-set', { placeId: PlaceId; areRaisersNamed: boolean }>
  | NewEvent<'place-renamed', { placeId: PlaceId }, { name: string }>
  | NewEvent<'place-moved', { placeId: PlaceId; fromParentId: PlaceId | null; toParentId: PlaceId }>
  | NewEvent<'grid-drawn', { gridId: PlaceId; villageId: PlaceId; timeZone: string }, { name: string }>
  | NewEvent<'grid-renamed', { gridId: PlaceId }, { name: string }>

export const isAboveVillages = (kind: PlaceKind): boolean => kind === 'county' || kind === 'township'

/** Where evenings are held and grids are drawn. */
export const isVillage = (kind: PlaceKind): boolean => kind === 'village' || kind === 'compound'

const rank = (kind: PlaceKind): number =>
  isAboveVillages(kind) ? PLACE_KINDS.indexOf(kind) : PLACE_KINDS.length

/** The county first, then townships, then the rest as it came. */
export const highestFirst = <Some extends Pick<Place, 'kind'>>(places: readonly Some[]): readonly Some[] =>
  [...places].sort((one, other) => rank(one.kind) - rank(other.kind))

/** Where somebody works, the highest first: a page that names no place begins with the first of them. */
export const workPlaces = <Some extends Pick<Place, 'kind'> & Parameters<typeof isStaff>[0]>(
  places: readonly Some[],
): readonly Some[] => highestFirst(places.filter((place) => isStaff(place) && place.kind !== 'grid'))

/** Roles that reach every place below the one at which they are held. */
export const ROLES_ABOVE = ['township', 'county'] as const
export const isRoleAbove = (role: Role): boolean => (ROLES_ABOVE as readonly Role[]).includes(role)

/** The role without which nobody could run a place of this kind. */
export function governingRole(kind: PlaceKind): 'county' | 'township' | 'facilitator' {
  if (kind === 'county' || kind === 'township') return kind
  return 'facilitator'
}

export const governs = (actor: Actor, kind: PlaceKind): boolean =>
  actor.kind === 'system' || holds(actor, governingRole(kind))

/** As the table of permissions calls whoever governs a place. */
export const asGovernor = (actor: Actor, place: Pick<Place, 'kind'> | null): Facts =>
  governs(actor, place?.kind ?? 'village') ? { are: ['governor'] } : {}

/** Whoever runs the place itself or one that it stands in. */
export const mayRun = (actor: Actor, kind: PlaceKind): boolean =>
  governs(actor, kind) || (kind !== 'county' && holds(actor, 'township'))

/** Where a place may stand: townships in counties, villages and compounds in either. */
export const mayStandIn = (kind: PlaceKind, parent: PlaceKind): boolean =>
  kind === 'township' ? parent === 'county' : isVillage(kind) && isAboveVillages(parent)

/** A place, its grids, what it stands in, and what all of these levels are called there. */
export interface PlaceView {
  readonly place: Place
  readonly grids: readonly Place[]
  readonly parents: readonly Place[]
  readonly levels: LevelNames
  /** Those of these names that the place set itself. */
  readonly ownLevels: LevelNames
  /** Whether matters of an old ledger name in public who raised them. */
  readonly areRaisersNamed: boolean
}
