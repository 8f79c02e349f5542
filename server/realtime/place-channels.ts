import type { PlaceId } from '../../shared/kernel/id.ts'
import { PlaceChannel, type HallContext } from './place-channel.ts'
import type { Listener } from './listener.ts'

/** The channels that somebody listens to; a place nobody listens to costs nothing. */
export class PlaceChannels {
  readonly #context: HallContext
  readonly #byPlace = new Map<PlaceId, Promise<PlaceChannel>>()

  constructor(context: HallContext) {
    this.#context = context
  }

  /** Follows the place for this listener until the returned function is called. */
  async join(placeId: PlaceId, listener: Listener): Promise<() => void> {
    const opening = this.#byPlace.get(placeId) ?? PlaceChannel.open(this.#context, placeId)
    this.#byPlace.set(placeId, opening)
    const channel = await opening.catch((problem: unknown) => {
      if (this.#byPlace.get(placeId) === opening) this.#byPlace.delete(placeId)
      throw problem
    })
    const leave = (): void => {
      channel.remove(listener)
      if (channel.size > 0 || this.#byPlace.get(placeId) !== opening) return
      this.#byPlace.delete(placeId)
      channel.close()
    }
    // What could not be read for one listener leaves the others where they are.
    await channel.add(listener).catch((problem: unknown) => {
      leave()
      throw problem
    })
    return leave
  }

  async close(): Promise<void> {
    for (const opening of this.#byPlace.values()) (await opening.catch(() => null))?.close()
    this.#byPlace.clear()
  }
}
