import { describe, expect, test } from 'vitest'
import { COUNTRY } from '../../../shared/calendar/calendar.ts'
import { custodyOf, tossedBetween, type Custody, type CustodyEvent } from '../../../shared/custody/custody.ts'
import {
  decideAcceptMatter,
  decideNoteArrival,
  decideOfferMatter,
  decideReturnMatter,
  decideSummonUnit,
  decideTakeBackAcceptance,
  decideTakeBackOffer,
  type CustodyState,
} from '../../../shared/custody/decide.ts'
import { custodyAfter, evolveCustodies, evolveCustodySteps } from '../../../shared/custody/evolve.ts'
import type { Actor, RecordedEvent } from '../../../shared/kernel/event.ts'
import * as given from '../../support/villages/given.ts'

const { concern, facilitator, id, onDay, owner, recorder, township, villager, PLACE } = given
const [TOWN, COUNTY, GRID] = [id(9), id(10), id(11)]
const about = { placeId: PLACE, concernId: given.CONCERN }

const state = (facts: Partial<CustodyState> = {}): CustodyState => ({
  concern: concern(),
  placeId: PLACE,
  custody: null,
  steps: [],
  ladder: [GRID, PLACE, TOWN, COUNTY],
  actsFor: [GRID, PLACE],
  calendar: COUNTRY,
  ...facts,
})
// 2026-09-29, before the long holiday.
const moment = onDay('2026-09-29')
const offer = (toPlaceId = TOWN, facts: Partial<CustodyState> = {}, by: Actor = owner) =>
  decideOfferMatter({ ...about, toPlaceId, reason: '村里没有吊车' }, state(facts), by, moment)
const waiting: Custody = {
  ...custodyOf(concern(), PLACE, null),
  offer: {
    ...{ fromPlaceId: PLACE, toPlaceId: TOWN, because: 'asked', reason: '', offeredOn: '2026-09-29' },
    answerBy: '2026-10-08',
  },
}
const above = { custody: waiting, actsFor: [TOWN] }

describe('a matter is handed on', () => {
  test('to the next level, which has two working days to answer', () => {
    expect(offer()).toMatchObject([
      { type: 'matter-offered', data: { fromPlaceId: PLACE, toPlaceId: TOWN, answerBy: '2026-10-08' } },
    ])
    expect(offer(GRID)).toHaveLength(1)
  })

  test('without skipping one, by those who hold it and answer for the place', () => {
    expect(offer(COUNTY)).toEqual({ refused: 'not-found', field: 'toPlaceId' })
    expect(offer(id(99))).toEqual({ refused: 'not-found', field: 'toPlaceId' })
    expect(offer(TOWN, {}, recorder)).toEqual({ refused: 'not-allowed' })
    expect(offer(TOWN, {}, villager)).toEqual({ refused: 'not-allowed' })
    expect(offer(TOWN, { actsFor: [TOWN] }, township)).toEqual({ refused: 'not-yours-to-hand-on' })
    expect(offer(TOWN, { custody: waiting })).toEqual({ refused: 'offer-waiting' })
    expect(offer(TOWN, { concern: concern({ state: 'raised' }) })).toEqual({
      refused: 'concern-not-recorded',
    })
    expect(offer(TOWN, { concern: concern({ state: 'closed' }) })).toEqual({ refused: 'concern-over' })
    expect(offer(TOWN, { concern: null })).toEqual({ refused: 'not-found', field: 'concernId' })
  })

  test('is accepted or returned with a reason by the other side only', () => {
    expect(decideAcceptMatter(about, state(above), township, moment)).toMatchObject([
      { type: 'matter-accepted' },
    ])
    expect(decideAcceptMatter(about, state({ custody: waiting }), owner, moment)).toEqual({
      refused: 'not-yours-to-hand-on',
    })
    expect(decideAcceptMatter(about, state({ actsFor: [TOWN] }), township, moment)).toEqual({
      refused: 'no-offer',
    })
    const giveBack = (reason: string) =>
      decideReturnMatter({ ...about, reason }, state(above), township, moment)
    expect(giveBack('先量尺寸')).toMatchObject([{ type: 'matter-returned', words: { reason: '先量尺寸' } }])
    expect(giveBack(' ')).toMatchObject({ refused: 'too-short', field: 'reason' })
  })

  test('a slip is taken back, but not what two bad ratings sent up', () => {
    const takeBack = (custody: Custody) => decideTakeBackOffer(about, state({ custody }), facilitator, moment)
    expect(takeBack(waiting)).toMatchObject([{ type: 'offer-taken-back' }])
    const sent = { ...waiting, offer: { ...waiting.offer!, because: 'rating' as const } }
    expect(takeBack(sent)).toEqual({ refused: 'not-yours-to-hand-on' })
  })

  test('accepted by a slip: the offer waits again as it did before, on the same day and while nothing followed', () => {
    const [offering] = offer() as readonly CustodyEvent[]
    const [accepting] = decideAcceptMatter(about, state(above), township, moment) as readonly CustodyEvent[]
    const events = [offering!, accepting!].map((event, at) => given.recorded(event, at + 1))
    const steps = events.reduce(evolveCustodySteps, [])
    const before = custodyAfter(events[0] as RecordedEvent<CustodyEvent>, null)
    const held = events.reduce(evolveCustodies, [])[0]!
    const undo = (facts: Partial<CustodyState> = {}, on = moment.today) =>
      decideTakeBackAcceptance(about, state({ custody: held, actsFor: [TOWN], steps, ...facts }), township, {
        ...moment,
        today: on,
      })
    const [undone] = undo() as readonly CustodyEvent[]
    const after = custodyAfter(given.recorded(undone!, 3) as RecordedEvent<CustodyEvent>, held)
    expect(after).toMatchObject({ holderId: PLACE, offer: before!.offer })
    expect(undo({ actsFor: [PLACE] })).toEqual({ refused: 'not-yours-to-hand-on' })
    expect(undo({}, '2099-01-01')).toEqual({ refused: 'no-offer' })
    expect(undo({ steps: steps.slice(0, 1) })).toEqual({ refused: 'no-offer' })
  })
})

describe('a unit is called', () => {
  const call = (toPlaceId = COUNTY) =>
    decideSummonUnit({ ...about, toPlaceId, unit: ' 供电公司 ', reason: '要断电' }, state(), owner, moment)
  const came = (facts: Partial<CustodyState>, unit = '供电公司') =>
    decideNoteArrival({ ...about, unit, report: '来人看了' }, state(facts), owner, moment)
  const story = (events: readonly CustodyEvent[]) =>
    events.map((event, at) => given.recorded(event, at + 1)).reduce(evolveCustodySteps, [])

  test('from any level above; the matter stays where it is, and coming is noted once', () => {
    const [called] = call() as readonly CustodyEvent[]
    expect(called).toMatchObject({ type: 'unit-summoned', words: { unit: '供电公司' } })
    expect(call(GRID)).toEqual({ refused: 'not-found', field: 'toPlaceId' })
    const steps = story([called!])
    const [arrived] = came({ steps }) as readonly CustodyEvent[]
    expect(arrived).toMatchObject({ type: 'unit-came', data: { toPlaceId: COUNTY } })
    expect(came({ steps }, '交通局')).toEqual({ refused: 'not-found', field: 'unit' })
    expect(came({ steps: story([called!, arrived!]) })).toEqual({ refused: 'not-found', field: 'unit' })
    expect(custodyAfter(given.recorded(called!) as RecordedEvent<CustodyEvent>, null)).toBeNull()
  })
})

test('whoever received it first stays named, and the third return between two is seen above', () => {
  let custodies: readonly Custody[] = []
  let steps: ReturnType<typeof evolveCustodySteps> = []
  let seq = 0
  const tell = (outcome: unknown) => {
    const [event] = outcome as readonly CustodyEvent[]
    const told = given.recorded(event!, ++seq) as RecordedEvent<CustodyEvent>
    for (const _ of [1, 2])
      [custodies, steps] = [evolveCustodies(custodies, told), evolveCustodySteps(steps, told)]
  }
  for (let times = 1; times <= 3; times++) {
    expect(tossedBetween(steps)).toEqual([])
    tell(offer(TOWN, { custody: custodies[0] ?? null }))
    const held = state({ custody: custodies[0]!, actsFor: [TOWN] })
    tell(decideReturnMatter({ ...about, reason: '不归我们' }, held, township, moment))
  }
  expect(tossedBetween(steps)).toEqual([[PLACE, TOWN].sort()])
  tell(offer(TOWN, { custody: custodies[0]! }))
  tell(decideAcceptMatter(about, state({ custody: custodies[0]!, actsFor: [TOWN] }), township, moment))
  expect(custodies).toMatchObject([{ firstPlaceId: PLACE, holderId: TOWN, offer: null }])
  expect(steps).toHaveLength(8)
})
