import type { Stance } from '../../../shared/catalogue/catalogue.ts'
import type { LimitUnit } from '../../../shared/calendar/counting.ts'
import type { PlaceKind } from '../../../shared/places/place.ts'

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
