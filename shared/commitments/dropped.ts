import { isWaiting, type Concern } from '../concerns/concern.ts'

/** What became of the matter for which a promise was dropped. */
export type DroppedFor = 'next' | 'waiting' | 'settled'

export const droppedFor = (concern: Pick<Concern, 'state' | 'isForNextAgenda'>): DroppedFor =>
  concern.isForNextAgenda ? 'next' : isWaiting(concern) ? 'waiting' : 'settled'
