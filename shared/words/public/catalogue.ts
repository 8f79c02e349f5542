import type { DayLimit } from '../../calendar/counting.ts'
import type { PlaceKind } from '../../places/place.ts'

/** What a place takes on and what it does not: its public page and its editor say the same. */
export interface CatalogueWords {
  readonly title: string
  readonly lead: string
  readonly takesOn: string
  readonly takesOnWhat: string
  readonly notOurs: string
  readonly notOursWhat: string
  readonly kind: string
  readonly unit: string
  readonly level: string
  readonly levelName: Readonly<Record<PlaceKind, string>>
  readonly limit: string
  readonly limitIn: (limit: DayLimit | null) => string
  readonly guidance: string
  readonly version: (version: number) => string
  readonly olderVersion: (version: number) => string
  readonly newest: string
  readonly empty: string
  readonly seePublic: string
}
