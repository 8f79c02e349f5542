import { describe, expect, test } from 'vitest'
import { decideCountHands, type RatingState } from '../../../shared/ratings/decide.ts'
import { ratingIn } from '../../../shared/ratings/evolve.ts'
import { verdictOf } from '../../../shared/ratings/rating.ts'
import * as given from '../../support/villages/given.ts'
import {
  answered,
  bad,
  note,
  onlyConcern,
  promised,
  rate,
  rated,
  RATING,
  state,
  typesOf,
} from '../../support/villages/judging.ts'

const { concern, facilitator, id, meeting, onDay, otherVillager, owner, recorder, settled, villager } = given

describe('good enough', () => {
  test('a promise and, with the last of them, its concern are rated', () => {
    expect(typesOf(rate({}))).toEqual(['outcome-rated', 'commitment-rated', 'concern-rated'])
    const others = [settled({ id: id(8), state: 'done' })]
    expect(typesOf(rate({}, { others }))).toEqual(['outcome-rated', 'commitment-rated'])
  })

  test('partly done and acceptable is not bad', () => {
    expect(typesOf(rate({ done: 'partly', satisfied: 'acceptable' }))).toContain('commitment-rated')
  })

  test('an answer is rated by itself', () => {
    expect(typesOf(rate(answered, onlyConcern()))).toEqual(['outcome-rated', 'concern-rated'])
  })
})

describe('not done or not good enough', () => {
  test.each([bad, { ...bad, done: 'done', satisfied: 'not' }])(
    'opens both again, with a day no longer than the first run (%#)',
    (answers) => {
      expect(rate(answers)).toMatchObject([
        { type: 'outcome-rated', data: { round: 0, on: '2026-12-12' } },
        // Eighteen days from 12-12.
        { type: 'commitment-reopened', data: { fromOn: '2026-12-10', toOn: '2026-12-30', round: 1 } },
        { type: 'concern-reopened', data: { round: 1 } },
      ])
    },
  )

  test('days that are left are not taken away', () => {
    const commitment = settled({ dueOn: '2027-02-01' })
    expect(rate(bad, { commitment })[1 as never]).toMatchObject({ data: { toOn: '2027-02-01' } })
  })

  test('the second time it goes up a level and on the next agenda', () => {
    const again = {
      concern: concern({ state: 'promised', timesReopened: 1 }),
      commitment: settled({ timesReopened: 1 }),
    }
    expect(rate(bad, { ...again, nextMeeting: { id: id(77), position: 2048 } })).toMatchObject([
      { type: 'outcome-rated', data: { round: 1 } },
      { type: 'commitment-reopened', data: { round: 2 } },
      { type: 'concern-reopened', data: { round: 2 } },
      { type: 'concern-escalated', data: { toPlaceId: id(9), isForNextAgenda: true } },
      {
        type: 'matter-offered',
        data: { fromPlaceId: given.PLACE, toPlaceId: id(9), answerBy: '2026-12-15' },
      },
      { type: 'agenda-item-added', data: { meetingId: id(77), agendaItemId: RATING, position: 2048 } },
      { type: 'concern-put-on-agenda', data: { onMeetingId: id(77) } },
    ])
    const unplanned = typesOf(rate(bad, again)) as string[]
    expect(unplanned.slice(-2)).toEqual(['concern-escalated', 'matter-offered'])
  })

  test('where nothing stands above, that is said', () => {
    const again = { concern: concern({ state: 'promised', timesReopened: 1 }), ladder: [given.PLACE] }
    expect(rate(bad, again)).toMatchObject([
      {},
      {},
      {},
      { type: 'concern-escalated', data: { toPlaceId: null } },
    ])
  })

  test('a promise that answers no concern opens again alone', () => {
    const alone = { concern: null, commitment: settled({ concernId: null }) }
    expect(typesOf(note(bad, alone))).toEqual(['outcome-rated', 'commitment-reopened'])
  })

  test('the second time it becomes a matter in its own words, goes up and on the next agenda', () => {
    const alone = { concern: null, commitment: settled({ concernId: null, timesReopened: 1 }) }
    const nextMeeting = { id: id(77), position: 2048 }
    expect(note(bad, { ...alone, nextMeeting })).toMatchObject([
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
    rate(bad, {
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
    expect(typesOf(events)).toEqual([
      ...['outcome-rated', 'commitment-reopened', 'concern-reopened', 'concern-closed'],
    ])
    expect(events.at(-1)).toMatchObject(closed)
    expect(again({ timesReopened: 1 }, { custody: { ...custody, holderId: id(10) } }).at(-1)).toMatchObject(
      closed,
    )
    expect(again({}, { ladder: [given.PLACE] }).at(-1)).toMatchObject(closed)
  })
})

describe('who judges', () => {
  test('the phone of whoever asked, also through a matter put together with it, once each run', () => {
    expect(rate({}, {}, otherVillager)).toEqual({ refused: 'not-allowed' })
    expect(typesOf(rate({}, { voices: [villager.id, otherVillager.id] }, otherVillager))).toHaveLength(3)
    const mine = ratingIn(given.recorded(rated(), 1, villager))
    expect(rate({}, { ratings: [mine] })).toEqual({ refused: 'rated-already' })
    expect(typesOf(rate({}, { ratings: [{ ...mine, round: -1 }] }))).toHaveLength(3)
    expect(rate({}, {}, given.stranger)).toEqual({ refused: 'not-allowed' })
  })

  test('a second voice may still say no after the first said yes', () => {
    const commitment = settled({ state: 'rated' })
    expect(typesOf(rate(bad, { commitment }))).toContain('commitment-reopened')
  })

  test('somebody else for those without a phone, never whoever does the work', () => {
    expect(typesOf(note({}, {}, recorder))).toHaveLength(3)
    expect(note({}, {}, villager)).toEqual({ refused: 'not-allowed' })
    expect(note({}, {}, { ...owner, roles: ['facilitator'] })).toEqual({ refused: 'owner-may-not-decide' })
    expect(note(answered, onlyConcern({ settledById: facilitator.id }))).toEqual({
      refused: 'owner-may-not-decide',
    })
    expect(note({ witness: ' ' })).toMatchObject({ refused: 'too-short', field: 'witness' })
    expect(note({}, { commitment: settled({ state: 'rated' }) })).toEqual({ refused: 'rated-already' })
  })

  test('nothing is judged before it is reported done or answered', () => {
    expect(rate({}, { commitment: given.running() })).toEqual({ refused: 'not-up-for-rating' })
    expect(rate({}, { commitment: settled({ state: 'settled' }) })).toEqual({ refused: 'not-up-for-rating' })
    for (const state of ['recorded', 'promised', 'reopened', 'closed'] as const)
      expect(rate(answered, onlyConcern({ state }))).toEqual({ refused: 'not-up-for-rating' })
    expect(rate({ concernId: given.CONCERN })).toEqual({ refused: 'field-wrong', field: 'concernId' })
    expect(rate({ commitmentId: null })).toEqual({ refused: 'not-found', field: 'concernId' })
    expect(rate({}, { isTaken: true })).toEqual({ refused: 'already-exists', field: 'ratingId' })
  })
})

describe('hands', () => {
  const hands = { done: { done: 5, partly: 5, not: 1 }, satisfied: { satisfied: 1, acceptable: 2, not: 2 } }
  const count = (fields: object = {}, facts: Partial<RatingState> = {}) =>
    decideCountHands(
      { ...promised, meetingId: given.MEETING, ...hands, tellers: ['李婶', '张大爷'], ...fields },
      state({ meeting: meeting(), ...facts }),
      facilitator,
      onDay('2026-12-12'),
    )

  test('most decide; of two that are even, the worse', () => {
    expect(verdictOf(hands)).toEqual({ done: 'partly', satisfied: 'not' })
    expect(typesOf(count())).toContain('commitment-reopened')
  })

  test('are counted by two, at an open meeting, and there are some', () => {
    expect(count({ tellers: ['李婶', ' 李婶'] })).toEqual({
      refused: 'second-teller-needed',
      field: 'tellers',
    })
    expect(count({}, { meeting: meeting({ phase: 'closed' }) })).toEqual({ refused: 'meeting-not-open' })
    expect(count({ done: { done: 0, partly: 0, not: 0 } })).toEqual({ refused: 'field-wrong', field: 'done' })
    expect(count({}, { meeting: null })).toEqual({ refused: 'not-found', field: 'meetingId' })
  })
})
