import type { Stance } from '../../../shared/catalogue/catalogue.ts'
import type { LimitUnit } from '../../../shared/calendar/counting.ts'
import type { Mark } from '../../../shared/calendar/calendar.ts'
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

export interface CalendarVersionRow {
  placeId: string
  version: number
  year: number | null
  source: string
}

export interface CalendarDayRow {
  placeId: string
  version: number
  day: string
  kind: Mark
}

/** One row for each version of the place's catalogue: the kind of matter that it changed. */
export interface CatalogueVersionRow {
  placeId: string
  version: number
  entryId: string
  name: string
  unit: string
  level: PlaceKind
  limitUnit: LimitUnit | null
  limitCount: number | null
  guidance: string
  stance: Stance
  isDropped: number
  writtenAt: string
}
