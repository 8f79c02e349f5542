import type { PlaceId } from '../../shared/kernel/id.ts'

/** Says that something was committed at a place; carries nothing else. */
export interface Bell {
  /** Makes listeners on every node hear it; called after the commit. */
  ring(placeId: PlaceId): void
  /** Makes listeners on other nodes hear it, where this one knows already; called after the commit. */
  ringElsewhere(placeId: PlaceId): void
  /** Makes every listener on this node look again, where it is not known what was committed. */
  ringAll(): void
  listen(placeId: PlaceId, hear: () => void): () => void
  /** True while this node hears what others commit. */
  readonly isHearing: boolean
  /** Resolves once it hears itself. @throws where what is rung does not come back. */
  mustHear(): Promise<void>
  close(): Promise<void>
}

/** Who listens on this node. */
export class Listeners {
  readonly #byPlace = new Map<PlaceId, Set<() => void>>()

  ring(placeId: PlaceId): void {
    for (const hear of this.#byPlace.get(placeId) ?? []) hear()
  }

  ringAll(): void {
    for (const placeId of this.#byPlace.keys()) this.ring(placeId)
  }

  places(): PlaceId[] {
    return [...this.#byPlace.keys()]
  }

  /** True when it is the first listener of its place. */
  add(placeId: PlaceId, hear: () => void): boolean {
    const there = this.#byPlace.get(placeId)
    if (there) there.add(hear)
    else this.#byPlace.set(placeId, new Set([hear]))
    return !there
  }

  /** True when it was the last listener of its place. */
  remove(placeId: PlaceId, hear: () => void): boolean {
    const there = this.#byPlace.get(placeId)
    if (!there?.delete(hear) || there.size > 0) return false
    return this.#byPlace.delete(placeId)
  }
}

/** One server: the bell never leaves it. */
export function bellInProcess(): Bell {
  const listeners = new Listeners()
  return {
    ring: (placeId) => listeners.ring(placeId),
    ringElsewhere: () => {},
    ringAll: () => listeners.ringAll(),
    listen(placeId, hear) {
      listeners.add(placeId, hear)
      return () => listeners.remove(placeId, hear)
    },
    isHearing: true,
    mustHear: async () => {},
    close: async () => {},
  }
}
