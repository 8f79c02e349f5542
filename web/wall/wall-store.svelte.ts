import { TIME_ZONE_DEFAULT } from '../../shared/places/place.ts'
import type { WallView } from '../../shared/protocol/wall.ts'
import { ask } from '../sync/ask.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import { Live } from '../sync/live/live.svelte.ts'
import { preloaded } from '../sync/live/preloaded.ts'
import { timeAt } from '../sync/time.ts'

/** What hangs on the wall: read whole, and read again whenever something was written down. */
export class WallStore extends LiveQuery<WallView> {
  readonly placeId: string
  readonly meetingId: string
  declare readonly live: Live
  readonly address: `/api/places/${string}/meetings/${string}`

  constructor(placeId: string, meetingId: string) {
    const address = `/api/places/${placeId}/meetings/${meetingId}` as const
    super({
      read: () => ask('GET', `${address}/wall`),
      told: preloaded(`${address}/wall`),
      // A wall stands for hours among others' cables: it takes the whole picture anew each time.
      live: new Live({ placeId, meetingId, as: 'wall', isThorough: true }),
    })
    this.placeId = placeId
    this.meetingId = meetingId
    this.address = address
  }

  /** 19:41: the picture is as it was then. */
  get heardAt(): string {
    return timeAt(this.live.heardAtMs, this.view?.timeZone ?? TIME_ZONE_DEFAULT)
  }
}
