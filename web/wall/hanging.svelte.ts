import { Picture } from './picture.svelte.ts'

/** Which evening hangs on this wall. */
export class Hanging {
  picture = $state.raw<Picture | null>(null)
  /** The address alone does not say it, or this wall may not see it. */
  isLost = $derived(!this.picture || this.picture.isDenied)

  hang(placeId: string, meetingId: string): Promise<void> {
    this.picture = new Picture(placeId, meetingId)
    return this.picture.open()
  }
}

/** The evening that the address names. */
export function hangByAddress(hanging: Hanging): void {
  const meetingId = /^\/wall\/([^/]+)/.exec(location.pathname)?.[1]
  const placeId = new URLSearchParams(location.search).get('place')
  if (placeId && meetingId) void hanging.hang(placeId, meetingId)
}
