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
    let hall: PlaceChannel
    try {
      hall = await opening
      await hall.add(listener)
    } catch (problem) {
      this.#byPlace.delete(placeId)
      throw problem
    }
    return () => {
      hall.remove(listener)
      if (hall.size > 0 || this.#byPlace.get(placeId) !== opening) return
      this.#byPlace.delete(placeId)
      hall.close()
    }
  }

  async close(): Promise<void> {
    for (const opening of this.#byPlace.values()) (await opening.catch(() => null))?.close()
    this.#byPlace.clear()
  }
}
