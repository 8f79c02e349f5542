import type { RecordedEvent } from '../kernel/event.ts'
import type { CatalogueEntry, CatalogueEvent } from './catalogue.ts'

/** Every version that the catalogue went through; one heard before is not added again. */
export function evolveCatalogue(
  history: readonly CatalogueEntry[],
  event: RecordedEvent<CatalogueEvent>,
): readonly CatalogueEntry[] {
  switch (event.type) {
    case 'catalogue-entry-written':
    case 'catalogue-entry-dropped': {
      if (history.some(({ version }) => version === event.data.version)) return history
      const entry = entryAfter(history, event)
      return entry ? [...history, entry] : history
    }
    default:
      event satisfies never
      return history
  }
}

/** The row that one change writes: a drop keeps the words that stood there last. */
export function entryAfter(
  history: readonly CatalogueEntry[],
  event: RecordedEvent<CatalogueEvent>,
): CatalogueEntry | null {
  const { entryId: id, version } = event.data
  const writtenAt = event.recordedAt
  if (event.type === 'catalogue-entry-written') {
    const { level, limit, stance } = event.data
    const { name = '', unit = '', guidance = '' } = event.words
    return { id, version, name, unit, level, limit, guidance, stance, isDropped: false, writtenAt }
  }
  const known = history.filter((entry) => entry.id === id).at(-1)
  return known ? { ...known, version, isDropped: true, writtenAt } : null
}
