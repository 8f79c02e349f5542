import type { PlaceId } from '../../../shared/kernel/id.ts'
import { Live } from './live.svelte.ts'

const lives = new Map<PlaceId, Live>()

/** The one line of this page to a place, whoever listens; for pages that somebody works at. */
export function liveAt(placeId: PlaceId): Live {
  // What the server renders for one reader is kept for nobody.
  if (import.meta.env.SSR) return new Live({ placeId, as: 'desk' })
  const live = lives.get(placeId) ?? new Live({ placeId, as: 'desk' })
  lives.set(placeId, live)
  return live
}
