import type { LateEdit } from '../../../shared/minutes/minutes.ts'
import type { Seat } from '../../meetings/room.svelte.ts'
import { LiveQuery } from '../../sync/live/live-query.svelte.ts'
import type { Live } from '../../sync/live/live.svelte.ts'
import { read } from '../../sync/read.ts'

interface LateView {
  readonly lateEdits: readonly LateEdit[]
}

/** What came for the minutes of one evening after both had signed. */
export class LateEdits extends LiveQuery<LateView> {
  constructor({ placeId, meetingId }: Seat, live: Live) {
    super({
      read: () => read('/api/places/:placeId/meetings/:meetingId/late-edits', { placeId, meetingId }),
      live,
      isNews: ({ type, data }) =>
        (type === 'late-edits-boxed' || type === 'late-edit-read') &&
        'meetingId' in data &&
        data.meetingId === meetingId,
    })
  }

  /** The first first. */
  get list(): readonly LateEdit[] {
    return this.view?.lateEdits ?? []
  }

  get unread(): readonly LateEdit[] {
    return this.list.filter(({ readAt }) => readAt === null)
  }
}
