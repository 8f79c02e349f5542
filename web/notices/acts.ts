import type { NoticesView } from '../../shared/protocol/ladder.ts'
import { ask, type Answer } from '../sync/ask.ts'

/** Reminders of whoever asks, and the matters that are late today. */
export const readNotices = (placeId: string): Promise<Answer<NoticesView>> =>
  ask('GET', `/api/places/${placeId}/notices`)
