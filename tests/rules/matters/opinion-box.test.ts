import { describe, expect, test } from 'vitest'
import {
  decideAgreeWording,
  decideRaiseConcern,
  decideRewordConcern,
} from '../../../shared/concerns/decide.ts'
import { evolveConcerns } from '../../../shared/concerns/evolve.ts'
import { concernFor, presentConcern } from '../../../shared/concerns/present.ts'
import type { ConcernEvent } from '../../../shared/concerns/concern.ts'
import type { RaiseConcern } from '../../../shared/concerns/schema.ts'
import type { Actor, RecordedEvent } from '../../../shared/kernel/event.ts'
import { questionsAbout } from '../../../shared/ledger/mine.ts'
import type { Rating } from '../../../shared/ratings/rating.ts'
import * as given from '../../support/villages/given.ts'

const { concern, looking, otherVillager, recorder, settled, stranger, villager } = given
const calm = { meeting: null, comment: null, agendaItem: null, isTaken: false, isRaised: false, nextNo: 3 }
const wish: RaiseConcern = {
  ...{ placeId: given.PLACE, concernId: given.CONCERN, meetingId: null, commentId: null, agendaItemId: null },
  ...{
    text: '桥头的井盖翘了',
    raisedBy: '李婶',
    lane: 'masked',
    isAgreed: false,
    channel: 'form',
    gridId: null,
  },
}
const raise = (fields: Partial<RaiseConcern> = {}, formsAt: readonly string[] = [], by: Actor = villager) =>
  decideRaiseConcern({ ...wish, ...fields }, { ...calm, grid: null, formsAt }, by, given.TONIGHT)
const held = (facts: object = {}) =>
  concern({ meetingId: null, channel: 'form', state: 'raised', lane: 'masked', commentId: null, ...facts })

describe('the opinion box', () => {
  test('takes the words of anybody with a key, who stays whoever raised it', () => {
    expect(raise()).toMatchObject([
      { type: 'concern-raised', data: { raisedById: villager.id, channel: 'form', meetingId: null } },
    ])
    expect(raise({}, [], stranger)).toEqual({ refused: 'not-allowed' })
    expect(raise({}, [], recorder)).toMatchObject([{ data: { raisedById: recorder.id } }])
  })

  test('counts ten within a day for each, whenever the day begins', () => {
    const at = (hoursAgo: number) =>
      new Date(Date.parse(given.TONIGHT.at) - hoursAgo * 3_600_000).toISOString()
    const ten = Array.from({ length: 10 }, (_, n) => at(n + 1))
    expect(raise({}, ten)).toMatchObject({ refused: 'too-many-today', limit: 10 })
    expect(raise({}, [...ten.slice(0, 9), at(25)])).toHaveLength(1)
  })

  test('is read by staff before anybody else hears of it, whoever wrote it', () => {
    const agree = (by: Actor) =>
      decideAgreeWording(
        { placeId: given.PLACE, concernId: given.CONCERN },
        { concern: held(), meeting: null },
        by,
        given.TONIGHT,
      )
    expect(agree(villager)).toEqual({ refused: 'not-allowed' })
    expect(agree(recorder)).toMatchObject([{ type: 'concern-recorded', data: { by: 'staff' } }])
  })
})

describe('who hears what of it', () => {
  const outside = looking(otherVillager)
  const told = (events: readonly ConcernEvent[], by: Actor, seq: number) =>
    events.map((event) => given.recorded(event, seq, by) as RecordedEvent<ConcernEvent>)
  const story = (): readonly RecordedEvent<ConcernEvent>[] => {
    const [raised] = told(raise() as ConcernEvent[], villager, 1)
    const [before] = evolveConcerns([], raised!)
    const reworded = decideRewordConcern(
      { placeId: given.PLACE, concernId: given.CONCERN, text: '井盖翘起', isAgreed: true },
      { concern: before!, meeting: null },
      recorder,
      given.TONIGHT,
    )
    return [raised!, ...told(reworded as ConcernEvent[], recorder, 2)]
  }

  test.each([
    ['staff', looking(recorder)],
    ['somebody else', outside],
  ])('feed and read tell %s the same once it is recorded', (_who, viewer) => {
    const all = story().reduce(evolveConcerns, [])
    const heard = story()
      .map((event) => presentConcern(event, viewer))
      .filter((event) => event !== null)
      .reduce(evolveConcerns, [])
    expect(heard).toEqual(all.map((one) => concernFor(one, viewer)))
  })

  test('nothing at all before that, nor when it is taken back or put together unread', () => {
    const [raised] = story()
    expect(presentConcern(raised!, outside)).toBeNull()
    expect(presentConcern(raised!, looking(villager))).toEqual(raised)
    for (const state of ['raised', 'withdrawn', 'merged'] as const) {
      expect(concernFor(held({ state }), outside)).toBeNull()
      expect(concernFor(held({ state }), looking(villager))).not.toBeNull()
      const known = concernFor(concern({ state }), outside)
      // What was withdrawn is told to nobody any more, although it was public before.
      expect(known === null).toBe(state === 'withdrawn')
    }
  })
})

describe('the two questions', () => {
  const none = { ratings: [], own: [] }
  const answered = concern({ state: 'answered', settledOn: '2026-11-22' })
  const given_: Rating = {
    ...{ id: given.id(900), concernId: given.CONCERN, commitmentId: null, meetingId: null },
    ...{ channel: 'phone', done: 'done', satisfied: 'satisfied', hands: null, countedAtId: null },
    round: 0,
    ...{ ratedOn: '2026-11-26', ratedAt: '', ratedById: villager.id, word: null, witness: null, tellers: [] },
  }

  test('are asked on day 3, 14 and 28, and may be answered before', () => {
    const askingOn = (today: string) => questionsAbout(answered, [], none, today).map(({ asking }) => asking)
    expect(['2026-11-24', '2026-11-25', '2026-12-06', '2026-12-20'].map(askingOn)).toEqual([
      [0],
      [1],
      [2],
      [3],
    ])
    expect(questionsAbout(concern({ state: 'recorded' }), [], none, '2026-11-25')).toEqual([])
  })

  test('of a promise are about the promise, one for each', () => {
    const done = settled({ state: 'done', doneOn: '2026-12-08' })
    const all = questionsAbout(
      concern({ state: 'promised' }),
      [done, given.running({ id: given.id(8) })],
      none,
      '2026-12-11',
    )
    expect(all).toMatchObject([{ commitmentId: given.PROMISE, concernId: null, asking: 1 }])
  })

  test('show the answer of this run, and until when it may be changed', () => {
    const on = (today: string, rating = given_) =>
      questionsAbout(answered, [], { ratings: [rating], own: [rating.ratedById!] }, today)
    expect(on('2026-12-03')).toMatchObject([{ given: { id: given_.id }, changeUntil: '2026-12-03' }])
    expect(on('2026-12-04')).toMatchObject([{ given: { id: given_.id }, changeUntil: null }])
    expect(on('2026-12-03', { ...given_, round: -1 })).toMatchObject([{ given: null }])
  })

  test('are not asked once the hall said that it was done, and may be answered otherwise', () => {
    const hands = { ...given_, channel: 'hands' as const, ratedById: 'chen' }
    const after = (rating: Rating) =>
      questionsAbout(answered, [], { ratings: [rating], own: [villager.id] }, '2026-12-06')
    const said = { done: 'done', satisfied: 'satisfied' }
    expect(after(hands)).toMatchObject([{ given: null, asking: 0, judged: { by: 'hall', ...said } }])
    const other = { ...given_, ratedById: 'another phone' }
    expect(after(other)).toMatchObject([{ given: null, asking: 0, judged: { by: 'raiser', ...said } }])
    expect(after(given_)).toMatchObject([{ given: given_, judged: null }])
  })
})
