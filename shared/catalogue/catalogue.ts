import type { DayLimit } from '../calendar/counting.ts'
import { holds, type Actor, type Instant, type NewEvent } from '../kernel/event.ts'
import type { EntryId } from '../kernel/id.ts'
import { KEEPS_LISTS } from '../permissions/groups.ts'
import type { LevelNames, PlaceKind } from '../places/place.ts'

export const MAX_ENTRY_NAME_LENGTH = 40
export const MAX_UNIT_LENGTH = 40
export const MAX_GUIDANCE_LENGTH = 400
export const MAX_LIMIT = 365

/** Whether the village takes a kind of matter on itself, or says that it does not. */
export const STANCES = ['takes-on', 'not-ours'] as const
export type Stance = (typeof STANCES)[number]

/** One kind of matter as the place wrote it at one version; each change is a version of its own. */
export interface CatalogueEntry {
  readonly id: EntryId
  /** Counts the changes of the place's whole catalogue from 1, without a gap. */
  readonly version: number
  readonly name: string
  readonly unit: string
  readonly level: PlaceKind
  readonly limit: DayLimit | null
  readonly guidance: string
  readonly stance: Stance
  readonly isDropped: boolean
  readonly writtenAt: Instant
}

export type CatalogueEvent =
  | NewEvent<
      'catalogue-entry-written',
      { entryId: EntryId; version: number; level: PlaceKind; limit: DayLimit | null; stance: Stance },
      { name: string; unit: string; guidance: string }
    >
  | NewEvent<'catalogue-entry-dropped', { entryId: EntryId; version: number }>

/** The place writes its own list; the township above may too. */
export const mayKeepCatalogue = (actor: Actor): boolean => holds(actor, ...KEEPS_LISTS)

export const lastCatalogueVersion = (history: readonly CatalogueEntry[]): number =>
  history.reduce((last, { version }) => Math.max(last, version), 0)

/** The catalogue as it stood at that version, or as it stands now: the last word on each kind. */
export function catalogueAt(
  history: readonly CatalogueEntry[],
  version = Infinity,
): readonly CatalogueEntry[] {
  const latest = new Map<EntryId, CatalogueEntry>()
  for (const entry of [...history].sort((one, other) => one.version - other.version))
    if (entry.version <= version) latest.set(entry.id, entry)
  return [...latest.values()].filter(({ isDropped }) => !isDropped)
}

/** An order from above is on the list only where the village takes such matters on. */
export const catalogueTakes = (entry: CatalogueEntry | null): boolean => entry?.stance === 'takes-on'

/** What a place takes on and what it does not, at one version of its catalogue. */
export interface CatalogueView {
  readonly asOf: number
  readonly version: number
  readonly latest: number
  readonly entries: readonly CatalogueEntry[]
  readonly levels: LevelNames
}
