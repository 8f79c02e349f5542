import type { PlaceKind } from '../../../shared/places/place.ts'

export interface PlaceRow {
  id: string
  kind: PlaceKind
  parentId: string | null
  name: string
  timeZone: string
}

/** Places at which matters of an old ledger name in public who raised them. */
export interface RaiserNamingRow {
  placeId: string
}

export interface LevelNameRow {
  placeId: string
  level: PlaceKind
  name: string
}

/** A few letters by which a place is found from a sheet of paper. */
export interface ShortAddressRow {
  letters: string
  placeId: string
}
