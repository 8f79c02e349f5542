import type { Instant } from '../kernel/event.ts'
import type { PlaceId } from '../kernel/id.ts'
import type { Place } from '../places/place.ts'

/** One place of the tree with those who run it. */
export interface TreePlace extends Place {
  readonly runBy: readonly { readonly name: string; readonly title: string }[]
  /** Somebody was asked to run it and has not come yet. */
  readonly isInvited: boolean
  /** Of a grid; null for other places. */
  readonly households: number | null
}

/** A place with what it stands in and all that stands in it, as far as whoever asks works there. */
export interface PlacesTree {
  /** What stands above the topmost place that they run, the nearest first. */
  readonly above: readonly TreePlace[]
  /** That place first, then what stands in it. */
  readonly places: readonly TreePlace[]
  readonly mayRun: boolean
}

export const PLACE_DEEDS = [
  'place-founded',
  'place-renamed',
  'place-moved',
  'levels-named',
  'raiser-naming-set',
  'grid-drawn',
  'grid-renamed',
  'post-given',
  'post-ended',
  'person-invited',
  'invitation-taken-back',
  'invitation-accepted',
  'login-set',
  'login-reset-asked',
  'login-reset-confirmed',
  'login-reset-stopped',
] as const
export type PlaceDeedKind = (typeof PLACE_DEEDS)[number]

/** What was done to a place or its posts, by whom. */
export interface PlaceDeed {
  readonly seq: number
  readonly kind: PlaceDeedKind
  readonly at: Instant
  /** Null where the instance did it when it was set up. */
  readonly by: string | null
  /** Whose post it is. */
  readonly who: string | null
  /** Title of the post, name of the grid or place; the place to which it was moved. */
  readonly what: string
  readonly placeId: PlaceId
}
