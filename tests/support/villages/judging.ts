import { COUNTRY } from '../../../shared/calendar/calendar.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import { decideNoteRating, decideRateOutcome, type RatingState } from '../../../shared/ratings/decide.ts'
import type { RatingEvent } from '../../../shared/ratings/rating.ts'
import * as given from './given.ts'

const { concern, facilitator, id, onDay, settled, villager } = given

export const RATING = id(900)
export const promised = {
  placeId: given.PLACE,
  ratingId: RATING,
  concernId: null,
  commitmentId: given.PROMISE,
}
export const answered = { ...promised, concernId: given.CONCERN, commitmentId: null }
export const good = { done: 'done', satisfied: 'satisfied', word: null } as const
export const bad = { done: 'not', satisfied: 'acceptable', word: null } as const

export const state = (facts: Partial<RatingState> = {}): RatingState => ({
  placeId: given.PLACE,
  concern: concern({ state: 'promised' }),
  commitment: settled(),
  others: [],
  voices: [villager.id],
  ratings: [],
  isTaken: false,
  nextNo: 13,
  meeting: null,
  custody: null,
  ladder: [given.PLACE, id(9), id(10)],
  calendar: COUNTRY,
  nextMeeting: null,
  ...facts,
})
export const rate = (fields: object, facts: Partial<RatingState> = {}, by: Actor = villager): any =>
  decideRateOutcome({ ...promised, ...good, ...fields }, state(facts), by, onDay('2026-12-12'))
export const note = (fields: object, facts: Partial<RatingState> = {}, by: Actor = facilitator) =>
  decideNoteRating(
    { ...promised, ...good, witness: '孙大伯', ...fields },
    state(facts),
    by,
    onDay('2026-12-12'),
  )
export const typesOf = (outcome: unknown) =>
  isRefusal(outcome) ? outcome : (outcome as { type: string }[]).map(({ type }) => type)
export const onlyConcern = (facts: Parameters<typeof concern>[0] = {}) => ({
  concern: concern({ state: 'answered', settledOn: '2026-12-01', ...facts }),
  commitment: null,
})

export function rated(facts: object = {}): Extract<RatingEvent, { type: 'outcome-rated' }> {
  return {
    type: 'outcome-rated',
    data: {
      ...{ ratingId: RATING, concernId: null, commitmentId: given.PROMISE, meetingId: given.MEETING },
      ...{ channel: 'phone', done: 'done', satisfied: 'not', hands: null, round: 0, on: '2026-12-12' },
      ...facts,
    },
    words: { word: '还是黑', witness: null, tellers: [] },
  }
}
