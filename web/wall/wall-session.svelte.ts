import { WallStore } from './wall-store.svelte.ts'

/** Which evening hangs on this wall. */
export class WallSession {
  picture = $state.raw<WallStore | null>(null)

  /** The address alone does not say it, or this wall may not see it. */
  get isLost(): boolean {
    return !this.picture || this.picture.isDenied
  }

  /** What hangs there was held, or was to be held before today: this wall waits for the next evening. */
  get isOver(): boolean {
    const view = this.picture?.view
    if (!view || view.phase === 'open') return false
    return view.phase !== 'planned' || view.onDay < view.today
  }

  /** With what came in the page, if anything did; it is read and heard from `open` on. */
  take(placeId: string, meetingId: string): void {
    this.picture = new WallStore(placeId, meetingId)
  }

  hang(placeId: string, meetingId: string): Promise<void> {
    this.picture?.close()
    this.take(placeId, meetingId)
    return this.picture!.open()
  }
}

export const meetingInAddress = (path = location.pathname): string | undefined =>
  /^\/wall\/([^/]+)/.exec(path)?.[1]

export const codeInAddress = (search = location.search): string | null =>
  new URLSearchParams(search).get('code')

export const placeInAddress = (search = location.search): string | null =>
  new URLSearchParams(search).get('place')
