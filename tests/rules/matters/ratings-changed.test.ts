import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../shared/kernel/event.ts'
import { decideChangeRating, type RatingState } from '../../../shared/ratings/decide.ts'
import { evolveRatings, ratingIn } from '../../../shared/ratings/evolve.ts'
import { presentRating, ratingFor } from '../../../shared/ratings/present.ts'
import type { Rating, RatingEvent } from '../../../shared/ratings/rating.ts'
import * as given from '../../support/villages/given.ts'
import { bad, good, onlyConcern, rated, RATING, state, typesOf } from '../../support/villages/judging.ts'

const { concern, facilitator, looking, onDay, otherVillager, settled, villager } = given

describe('an answer thought over', () => {
  const mine = (facts: Partial<Rating> = {}) => ({
    ...ratingIn(given.recorded(rated({ satisfied: 'satisfied' }), 1, villager)),
    ...facts,
  })
  const judged = { commitment: settled({ state: 'rated' }), concern: concern({ state: 'rated' }) }
  const change = (
    fields: object,
    facts: Partial<RatingState> = {},
    by: Actor = villager,
    today = '2026-12-19',
  ) =>
    decideChangeRating(
      { placeId: given.PLACE, ratingId: RATING, ...good, ...fields },
      state({ ...judged, ratings: [mine()], ...facts }),
      by,
      onDay(today),
    )

  test('is changed by whoever gave it, within a week', () => {
    const partly = { done: 'partly', satisfied: 'acceptable', word: ' 还差一盏 ' }
    const event = given.recorded((change(partly) as RatingEvent[])[0]!, 2, villager)
    expect(event).toMatchObject({ type: 'rating-changed', data: { commitmentId: given.PROMISE } })
    expect(evolveRatings([mine()], event)).toEqual([
      mine({ done: 'partly', satisfied: 'acceptable', word: '还差一盏' }),
    ])
    expect(change(partly, {}, villager, '2026-12-20')).toEqual({ refused: 'rating-too-old' })
    expect(change(partly, {}, otherVillager)).toEqual({ refused: 'not-allowed' })
    expect(change(partly, {}, given.stranger)).toEqual({ refused: 'not-allowed' })
    expect(change(partly, { ratings: [mine({ channel: 'told' })] })).toEqual({ refused: 'not-allowed' })
    expect(change(partly, { ratings: [] })).toEqual({ refused: 'not-allowed' })
    expect(change({ word: 'x'.repeat(300) })).toMatchObject({ refused: 'too-long', field: 'word' })
  })

  test('into a "not" opens the matter again, as if it had been said at once', () => {
    expect(change(bad)).toMatchObject([
      { type: 'rating-changed', data: { done: 'not' } },
      { type: 'commitment-reopened', data: { round: 1 } },
      { type: 'concern-reopened', data: { round: 1 } },
    ])
  })

  test('a "not" that has opened the matter again cannot be talked away, nor what closed it', () => {
    const again = { commitment: given.running({ timesReopened: 1 }), concern: concern({ state: 'reopened' }) }
    expect(change(good, again)).toEqual({ refused: 'rating-took-effect' })
    const doneAgain = { commitment: settled({ timesReopened: 1 }) }
    expect(change(good, doneAgain)).toEqual({ refused: 'rating-took-effect' })
    const closed = { commitment: settled({ state: 'settled' }) }
    expect(change(bad, closed)).toEqual({ refused: 'rating-took-effect' })
    const ratings = [mine({ concernId: given.CONCERN, commitmentId: null })]
    expect(change(bad, { ...onlyConcern({ state: 'closed' }), ratings })).toEqual({
      refused: 'rating-took-effect',
    })
    expect(typesOf(change(bad, { ...onlyConcern({ state: 'rated' }), ratings }))).toEqual([
      'rating-changed',
      'concern-reopened',
    ])
  })
})

test.each([
  looking(facilitator),
  looking(villager, given.MEETING),
  looking(otherVillager, given.MEETING),
  looking(given.stranger),
])('event and row tell viewer %# the same; the words stay with staff and whoever said them', (viewer) => {
  const event = given.recorded(rated(), 1, villager)
  const [row] = evolveRatings([], event)
  expect(evolveRatings([], presentRating(event, viewer)!)).toEqual([ratingFor(row!, viewer)])
  const knows = viewer.id === villager.id || viewer.roles.length > 0
  expect(JSON.stringify(presentRating(event, viewer)).includes('还是黑')).toBe(knows)
  expect(JSON.stringify(presentRating(event, viewer)).includes(villager.id)).toBe(knows)
  const { ratingId, concernId, commitmentId, meetingId, on } = event.data
  const changed = given.recorded(
    {
      type: 'rating-changed' as const,
      data: {
        ...{ ratingId, concernId, commitmentId, meetingId, on },
        ...{ done: 'partly' as const, satisfied: 'not' as const },
      },
      words: { word: '又黑了' },
    },
    2,
    villager,
  )
  const after = evolveRatings([ratingFor(row!, viewer)!], presentRating(changed, viewer)!)
  expect(after).toEqual([ratingFor(evolveRatings([row!], changed)[0]!, viewer)])
  expect(JSON.stringify(after).includes('又黑了')).toBe(knows)
})
