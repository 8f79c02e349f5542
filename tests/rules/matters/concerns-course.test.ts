import { describe, expect, test } from 'vitest'
import { decideAgreeWording, decideRewordConcern } from '../../../shared/concerns/decide.ts'
import { decideAnswerConcern, decidePutToAssembly } from '../../../shared/concerns/decide-outcome.ts'
import {
  decideCloseConcern,
  decideDescribeConcern,
  decideMergeConcerns,
  decidePutOnAgenda,
  decideWithdrawConcern,
} from '../../../shared/concerns/decide-over.ts'
import {
  ASK_AFTER_DAYS,
  isRatingOver,
  type Concern,
  type ConcernEvent,
} from '../../../shared/concerns/concern.ts'
import { evolveConcerns } from '../../../shared/concerns/evolve.ts'
import { concernFor, presentConcern } from '../../../shared/concerns/present.ts'
import type { Actor, RecordedEvent } from '../../../shared/kernel/event.ts'
import * as given from '../../support/villages/given.ts'

const {
  concern,
  facilitator,
  id,
  looking,
  meeting,
  onDay,
  otherVillager,
  recorder,
  township,
  TONIGHT,
  villager,
} = given
const about = { placeId: given.PLACE, concernId: given.CONCERN }

describe('the wording', () => {
  const agree = (one: Concern | null, by: Actor = recorder) =>
    decideAgreeWording(about, { concern: one, meeting: meeting() }, by, TONIGHT)
  const raised = concern({ state: 'raised' })

  test('is agreed by whoever raised it, or by staff who read it to them', () => {
    expect(agree(raised, villager)).toMatchObject([{ type: 'concern-recorded', data: { by: 'raiser' } }])
    expect(agree(raised)).toMatchObject([{ type: 'concern-recorded', data: { by: 'staff' } }])
    expect(agree(raised, otherVillager)).toEqual({ refused: 'not-allowed' })
    expect(agree(concern())).toEqual({ refused: 'concern-settled' })
    expect(agree(concern({ state: 'withdrawn' }))).toEqual({ refused: 'concern-over' })
  })

  test('comes before any outcome', () => {
    const state = { concern: raised, meeting: meeting() }
    const refused = { refused: 'concern-not-recorded' }
    expect(decideAnswerConcern({ ...about, answer: '好' }, state, recorder, TONIGHT)).toEqual(refused)
    expect(decidePutToAssembly({ ...about, reason: '要表决' }, state, recorder, TONIGHT)).toEqual(refused)
  })

  test('agreed, those above may answer what went up to them, but not put it otherwise', () => {
    const state = { concern: concern({ state: 'reopened' }), meeting: meeting() }
    expect(decideAnswerConcern({ ...about, answer: '镇里修' }, state, township, TONIGHT)).toHaveLength(1)
    const words = { ...about, text: '别的', isAgreed: true }
    expect(decideRewordConcern(words, state, township, TONIGHT)).toEqual({ refused: 'not-allowed' })
  })

  test('that changes has to be agreed again', () => {
    const reworded = (isAgreed: boolean) => {
      const wish = { ...about, text: '三盏路灯', isAgreed }
      const [event] = decideRewordConcern(
        wish,
        { concern: concern(), meeting: meeting() },
        recorder,
        TONIGHT,
      ) as [ConcernEvent]
      return evolveConcerns([concern()], given.recorded(event) as RecordedEvent<ConcernEvent>)[0]!.state
    }
    expect(reworded(false)).toBe('raised')
    expect(reworded(true)).toBe('recorded')
  })
})

describe('taking back', () => {
  const withdraw = (one: Concern | null, by: Actor = villager) =>
    decideWithdrawConcern(about, { concern: one }, by, TONIGHT)

  test('only whoever raised it, while it is not over', () => {
    for (const state of ['raised', 'recorded', 'promised', 'reopened', 'rated'] as const)
      expect(withdraw(concern({ state }))).toMatchObject([{ type: 'concern-withdrawn' }])
    for (const by of [facilitator, township, otherVillager])
      expect(withdraw(concern(), by)).toEqual({ refused: 'not-your-concern' })
    for (const state of ['closed', 'withdrawn', 'merged'] as const)
      expect(withdraw(concern({ state }))).toEqual({ refused: 'concern-over' })
    expect(withdraw(concern({ raisedById: null }), given.stranger)).toEqual({ refused: 'not-your-concern' })
    expect(withdraw(null)).toEqual({ refused: 'not-found', field: 'concernId' })
  })
})

describe('putting together', () => {
  const INTO = id(66)
  const merge = (one: Concern | null, into: Concern | null, intoId = INTO, by: Actor = recorder) =>
    decideMergeConcerns({ ...about, intoId }, { concern: one, into }, by, TONIGHT)
  const other = concern({ id: INTO, no: 3, voices: 2, meetingId: given.OTHER_MEETING })

  test('counts every voice, also of what was put together before', () => {
    expect(merge(concern({ voices: 3 }), other)).toMatchObject([
      { type: 'concern-merged', data: { intoId: INTO, intoMeetingId: given.OTHER_MEETING, voices: 5 } },
    ])
    const before = concern({ id: id(67), state: 'merged', mergedIntoId: given.CONCERN })
    const [event] = merge(concern({ voices: 3 }), other) as [ConcernEvent]
    const told = given.recorded(event) as RecordedEvent<ConcernEvent>
    const after = [1, 2].reduce<readonly Concern[]>(
      (list) => evolveConcerns(list, told),
      [concern({ voices: 3 }), other, before],
    )
    expect(after.map(({ state, voices, mergedIntoId }) => [state, voices, mergedIntoId])).toEqual([
      ['merged', 3, INTO],
      ['recorded', 5, null],
      ['merged', 1, INTO],
    ])
  })

  test('is for matters that wait, into one that is not over, and never into itself', () => {
    expect(merge(concern({ state: 'promised' }), other)).toMatchObject({ refused: 'concern-settled' })
    expect(merge(concern(), { ...other, state: 'closed' })).toEqual({
      refused: 'concern-over',
      field: 'intoId',
    })
    expect(merge(concern(), concern(), given.CONCERN)).toEqual({ refused: 'field-wrong', field: 'intoId' })
    expect(merge(concern(), null)).toEqual({ refused: 'not-found', field: 'intoId' })
    expect(merge(concern(), other, INTO, villager)).toEqual({ refused: 'not-allowed' })
  })

  test('both evenings hear of it, a third does not', () => {
    const [event] = merge(concern(), other) as [ConcernEvent]
    const told = given.recorded(event) as RecordedEvent<ConcernEvent>
    for (const evening of [given.MEETING, given.OTHER_MEETING])
      expect(presentConcern(told, looking(villager, evening))).not.toBeNull()
    expect(presentConcern(told, looking(villager, id(88)))).toBeNull()
  })
})

describe('closing', () => {
  const close = (facts: Partial<Concern>, by: Actor = facilitator, today = '2026-12-31') =>
    decideCloseConcern(about, { concern: concern({ settledById: recorder.id, ...facts }) }, by, onDay(today))
  const answered = { state: 'answered', settledOn: '2026-11-22' } as const

  test('needs a rating, or that the time for one is over: thirty-five days after the outcome', () => {
    expect(ASK_AFTER_DAYS).toEqual([3, 14, 28])
    expect(isRatingOver('2026-11-22', '2026-12-27')).toBe(false)
    expect(isRatingOver('2026-11-22', '2026-12-28')).toBe(true)
    expect(close({ state: 'rated' }, facilitator, '2026-11-23')).toMatchObject([{ data: { as: 'rated' } }])
    expect(close(answered, facilitator, '2026-12-27')).toEqual({ refused: 'not-rated-yet' })
    expect(close(answered, facilitator, '2026-12-28')).toMatchObject([{ data: { as: 'unrated' } }])
  })

  test('is for somebody other than who gave the outcome, and for those who answer for the place', () => {
    expect(close({ ...answered, settledById: facilitator.id })).toEqual({ refused: 'owner-may-not-decide' })
    expect(close(answered, recorder)).toEqual({ refused: 'not-allowed' })
    expect(close(answered, township)).toHaveLength(1)
  })

  test('skips nothing: what waits or is promised is not closed here', () => {
    for (const state of ['raised', 'recorded', 'reopened'] as const)
      expect(close({ state })).toEqual({ refused: 'concern-not-settled' })
    expect(close({ ...answered, state: 'promised' })).toEqual({ refused: 'not-rated-yet' })
    expect(close({ state: 'merged' })).toEqual({ refused: 'concern-over' })
  })
})

test('what it is like is written down by those who keep the record; groups are for staff only', () => {
  const wish = { ...about, kind: 'observed', category: 'environment', size: 'small' } as const
  const groups = ['elders', 'children', 'elders'] as const
  const describeIt = (gridId: string | null = null, by: Actor = recorder) =>
    decideDescribeConcern(
      { ...wish, groups: [...groups], gridId },
      { concern: concern(), grid: null },
      by,
      TONIGHT,
    )
  const [event] = describeIt() as [ConcernEvent]
  expect(event).toMatchObject({ data: { groups: ['children', 'elders'] } })
  expect(describeIt(id(5))).toEqual({ refused: 'not-found', field: 'gridId' })
  expect(describeIt(null, villager)).toEqual({ refused: 'not-allowed' })
  const told = given.recorded(event) as RecordedEvent<ConcernEvent>
  const [row] = evolveConcerns([concern()], told)
  for (const viewer of [looking(facilitator), looking(villager), looking(otherVillager)]) {
    const seen = evolveConcerns([concernFor(concern(), viewer)!], presentConcern(told, viewer)!)
    expect(seen).toEqual([concernFor(row!, viewer)])
    expect(seen[0]!.groups.length > 0).toBe(viewer.roles.length > 0)
  }
})

test('a matter that went up is put on an agenda as an item of its own', () => {
  const state = {
    concern: concern({ isForNextAgenda: true }),
    meeting: meeting({ phase: 'planned' }),
    isTaken: false,
  }
  const put = (facts: object = {}) =>
    decidePutOnAgenda(
      { ...about, meetingId: given.MEETING, agendaItemId: id(50) },
      { ...state, nextPosition: 1024, ...facts },
      facilitator,
      TONIGHT,
    )
  expect(put()).toMatchObject([
    { type: 'agenda-item-added', words: { title: '村口的路灯不亮' } },
    { type: 'concern-put-on-agenda', data: { agendaItemId: id(50) } },
  ])
  expect(put({ isTaken: true })).toEqual({ refused: 'already-exists', field: 'agendaItemId' })
  expect(put({ meeting: meeting({ phase: 'closed' }) })).toEqual({ refused: 'meeting-not-open' })
})
