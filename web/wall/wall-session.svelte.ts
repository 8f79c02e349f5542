import { WallStore } from './wall-store.svelte.ts'

/** Which evening hangs on this wall. */
export class WallSession {
  picture = $state.raw<WallStore | null>(null)

  /** The address alone does not say it, or this wall may not see it. */
  get isLost(): boolean {
    return !this.picture || this.picture.isDenied
  }

  hang(placeId: string, meetingId: string): Promise<void> {
    this.picture?.close()
    this.picture = new WallStore(placeId, meetingId)
    return this.picture.open()
  }
}

export const meetingInAddress = (): string | undefined => /^\/wall\/([^/]+)/.exec(location.pathname)?.[1]

export const codeInAddress = (): string | null => new URLSearchParams(location.search).get('code')

export const placeInAddress = (): string | null => new URLSearchParams(location.search).get('place')
