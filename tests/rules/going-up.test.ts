import { describe, expect, test } from 'vitest'
import { COUNTRY } from '../../shared/calendar/calendar.ts'
import { decideNoteRating, type RatingOutcome, type RatingState } from '../../shared/ratings/decide.ts'
import * as given from '../support/given.ts'

const { concern, facilitator, id, onDay, settled, villager } = given

const RATING = id(900)
const bad = { done: 'not', satisfied: 'acceptable', word: null, witness: '孙大伯' } as const

const state = (facts: Partial<RatingState>): RatingState => ({
  ...{ placeId: given.PLACE, concern: concern({ state: 'promised' }), commitment: settled(), others: [] },
  ...{ voices: [villager.id], ratings: [], isTaken: false, nextNo: 13, meeting: null, custody: null },
  ...{ ladder: [given.PLACE, id(9), id(10)], calendar: COUNTRY, nextMeeting: null, ...facts },
})
const judge = (facts: Partial<RatingState>): RatingOutcome[] =>
  decideNoteRating(
    { placeId: given.PLACE, ratingId: RATING, concernId: null, commitmentId: given.PROMISE, ...bad },
    state(facts),
    facilitator,
    onDay('2026-12-12'),
  ) as RatingOutcome[]

describe('a promise that answers no matter, judged "not"', () => {
  test('the second time it becomes a matter in its own words, goes up and on the next agenda', () => {
    const alone = { concern: null, commitment: settled({ concernId: null, timesReopened: 1 }) }
    const nextMeeting = { id: id(77), position: 2048 }
    expect(judge({ ...alone, nextMeeting })).toMatchObject([
      { type: 'outcome-rated' },
      { type: 'commitment-reopened', data: { round: 2 } },
      {
        type: 'concern-raised',
        data: { concernId: RATING, no: 13, meetingId: given.MEETING, channel: 'meeting', raisedById: null },
        words: { text: '路灯的事，我十二月十日之前找人修好。' },
      },
      { type: 'concern-recorded' },
      { type: 'concern-promised', data: { on: '2026-12-12' } },
      { type: 'commitment-joined', data: { commitmentId: given.PROMISE, concernId: RATING } },
      { type: 'concern-reopened', data: { concernId: RATING, round: 2 } },
      { type: 'concern-escalated', data: { toPlaceId: id(9), isForNextAgenda: true } },
      { type: 'matter-offered', data: { concernId: RATING, toPlaceId: id(9), because: 'rating' } },
      { type: 'agenda-item-added', data: { meetingId: id(77) } },
      { type: 'concern-put-on-agenda', data: { concernId: RATING } },
    ])
  })
})

describe('judged "not" again where it went', () => {
  const again = (facts: Parameters<typeof concern>[0], more: Partial<RatingState> = {}) =>
    judge({
      concern: concern({ state: 'promised', timesReopened: 2, ...facts }),
      commitment: settled({ timesReopened: 2 }),
      ...more,
    })
  const offer = {
    ...{ fromPlaceId: given.PLACE, toPlaceId: id(9), because: 'rating' as const, reason: '' },
    ...{ offeredOn: '2026-12-01', answerBy: '2026-12-03' },
  }
  const custody = {
    ...{ id: given.CONCERN, meetingId: given.MEETING, firstPlaceId: given.PLACE, holderId: given.PLACE },
    ...{ heldSince: '2026-11-22T11:40:00.000Z', offer: null },
  }

  test.each([
    ['took it', { ...custody, holderId: id(9) }],
    ['has not answered', { ...custody, offer }],
    ['sent it back', custody],
  ])('after the township %s, it goes to the county', (_how, held) => {
    expect(again({ escalatedToId: id(9) }, { custody: held }).slice(-2)).toMatchObject([
      { type: 'concern-escalated', data: { toPlaceId: id(10), isForNextAgenda: true } },
      { type: 'matter-offered', data: { fromPlaceId: held.holderId, toPlaceId: id(10), because: 'rating' } },
    ])
  })

  test('at the top it is closed, with the formal way named; the promise runs on', () => {
    const closed = { type: 'concern-closed', data: { as: 'disagreed', route: 'petition' } }
    const events = again({ escalatedToId: id(10), timesReopened: 3 })
    expect(events.map(({ type }) => type)).toEqual([
      ...['outcome-rated', 'commitment-reopened', 'concern-reopened', 'concern-closed'],
    ])
    expect(events.at(-1)).toMatchObject(closed)
    expect(again({ timesReopened: 1 }, { custody: { ...custody, holderId: id(10) } }).at(-1)).toMatchObject(
      closed,
    )
    expect(again({}, { ladder: [given.PLACE] }).at(-1)).toMatchObject(closed)
  })
})
