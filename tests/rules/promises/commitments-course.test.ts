import { describe, expect, test } from 'vitest'
import { calendarOf, COUNTRY } from '../../../shared/calendar/calendar.ts'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import {
  decideRecordCommitment,
  decideTakeOn,
  type RecordCommitmentState,
  type TakeOnState,
} from '../../../shared/commitments/decide.ts'
import {
  decideAddEvidence,
  decideRecountDueDate,
  decideReportPart,
  decideSettleCommitment,
} from '../../../shared/commitments/decisions/decide-course.ts'
import {
  decideAskExtension,
  decideOrderCommitment,
  decideRefuseExtension,
} from '../../../shared/commitments/decisions/decide-open.ts'
import { redFrom } from '../../../shared/commitments/stage.ts'
import type { CatalogueEntry } from '../../../shared/catalogue/catalogue.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import * as given from '../../support/villages/given.ts'

const { coOwner, concern, facilitator, id, meeting, onDay, owner, recorder, running, settled, township } =
  given
const { TONIGHT, village, villager } = given
const about = { placeId: given.PLACE, commitmentId: given.PROMISE }

const calm: RecordCommitmentState = {
  meeting: meeting(),
  concern: null,
  isTaken: false,
  entry: null,
  calendar: COUNTRY,
  people: [],
}

describe('where a promise comes from and how its day is counted', () => {
  const record = (fields: object = {}, state: Partial<RecordCommitmentState> = {}, by: Actor = recorder) =>
    decideRecordCommitment(
      {
        ...about,
        ...{
          meetingId: given.MEETING,
          concernId: null,
          origin: 'promise',
          entryId: null,
          verbatim: '我来办',
        },
        ...{ ownerId: null, owner: '王书记', measure: '换灯', dueOn: '2026-11-25', limit: null },
        ...{ isOnTheSpot: false, coOwners: [], ...fields },
      },
      { ...calm, ...state },
      by,
      TONIGHT,
    )
  const three = { unit: 'working', count: 3 }

  test('a day by a limit is the day that the limit gives, and both are kept', () => {
    expect(record({ limit: three })).toMatchObject([
      { data: { from: '2026-11-22', limit: three, dueOn: '2026-11-25', calendarVersion: COUNTRY.version } },
    ])
    expect(record({ limit: three, dueOn: '2026-11-26' })).toEqual({ refused: 'field-wrong', field: 'dueOn' })
  })

  test('on the spot is today, and said so', () => {
    expect(record({ isOnTheSpot: true, dueOn: '2026-11-22' })).toMatchObject([
      { data: { isOnTheSpot: true } },
    ])
    expect(record({ isOnTheSpot: true })).toEqual({ refused: 'field-wrong', field: 'dueOn' })
    expect(record({ isOnTheSpot: true, dueOn: '2026-11-22', limit: three })).toMatchObject({
      refused: 'field-wrong',
    })
  })

  test('an order from above may be written down by those above, and says whether it is on the list', () => {
    const entry = { id: id(40), stance: 'takes-on' } as CatalogueEntry
    const order = { origin: 'order', entryId: entry.id }
    expect(record(order, { entry }, township)).toMatchObject([{ data: { origin: 'order', isListed: true } }])
    const notOurs = { ...entry, stance: 'not-ours' as const }
    expect(record(order, { entry: notOurs }, township)).toMatchObject([{ data: { isListed: false } }])
    expect(record({ origin: 'order' }, {}, township)).toMatchObject([
      { data: { entryId: null, isListed: false } },
    ])
    expect(record({ origin: 'promise' }, {}, township)).toHaveLength(1)
    expect(record(order, { entry }, owner)).toEqual({ refused: 'not-allowed' })
    expect(record({ entryId: id(40) })).toEqual({ refused: 'not-found', field: 'entryId' })
  })

  test('a resident takes a matter on in their own name; it waits to be read back', () => {
    const wish = {
      ...about,
      meetingId: given.MEETING,
      concernId: given.CONCERN,
      measure: '我来扫',
      dueOn: '2026-12-01',
    }
    const takeOn = (by: Actor, state: Partial<TakeOnState> = {}) =>
      decideTakeOn(wish, { ...calm, promises: [], concern: concern(), ...state }, by, TONIGHT)
    expect(takeOn(villager)).toMatchObject([
      { type: 'commitment-recorded', data: { origin: 'taken-on', ownerId: null }, words: { owner: '李婶' } },
    ])
    expect(takeOn(given.otherVillager)).toEqual({ refused: 'promise-incomplete', field: 'owner' })
    expect(takeOn(given.guestElsewhere)).toEqual({ refused: 'not-allowed' })
    expect(takeOn(villager, { concern: concern({ state: 'raised' }) })).toMatchObject({
      refused: 'concern-not-recorded',
    })
    expect(takeOn(township)).toMatchObject([{ data: { ownerId: township.personId } }])
    // While another promise for it is read out nobody takes it away; one that was only written down is no bar.
    const another = running({ state: 'spoken', confirmedAt: null })
    expect(takeOn(villager, { promises: [another] })).toEqual({
      refused: 'concern-being-promised',
      field: 'concernId',
    })
    expect(takeOn(villager, { promises: [{ ...another, readBackAt: null }] })).toMatchObject([{}])
    expect(takeOn(villager, { promises: [{ ...another, state: 'dropped' }] })).toMatchObject([{}])
  })
})

describe('more time', () => {
  const ask = (commitment: Commitment, by: Actor = owner, today = '2026-12-01') =>
    decideAskExtension({ ...about, dueOn: '2026-12-20', reason: '下雨' }, { commitment }, by, onDay(today))
  const say = (commitment: Commitment, by: Actor = township) =>
    decideRefuseExtension(
      { ...about, reason: '先干' },
      { commitment, place: village },
      by,
      onDay('2026-12-01'),
    )

  test('is asked for by whoever does it, by the same rules by which it is given', () => {
    expect(ask(running())).toMatchObject([{ type: 'extension-asked', data: { dueOn: '2026-12-20' } }])
    expect(ask(running(), villager)).toEqual({ refused: 'not-allowed' })
    expect(ask(running(), owner, '2026-12-10')).toEqual({ refused: 'extension-too-late' })
  })

  test('by somebody else than the owner says who asked; the owner asks in their own name', () => {
    expect(ask(running(), recorder)).toMatchObject([
      { data: { isOnBehalf: true }, words: { byName: recorder.name } },
    ])
    const own = ask(running()) as readonly { data: object; words: object }[]
    expect(own[0]!.data).not.toHaveProperty('isOnBehalf')
    expect(own[0]!.words).toEqual({ reason: '下雨' })
  })

  test('is refused above with a reason, where it was asked for', () => {
    expect(say(running({ askedDueOn: '2026-12-20' }))).toMatchObject([
      { type: 'extension-refused', data: { dueOn: '2026-12-20' }, words: { reason: '先干' } },
    ])
    expect(say(running())).toEqual({ refused: 'nothing-asked' })
    expect(say(running({ askedDueOn: '2026-12-20' }), owner)).toEqual({ refused: 'owner-may-not-decide' })
  })

  test('what is red is ordered from above, and nothing is moved by it; before that nobody orders', () => {
    const order = (today: string, by: Actor = township, facts: Partial<Commitment> = {}) =>
      decideOrderCommitment(
        { ...about, order: '十五号前' },
        { commitment: running(facts), place: village, redFrom: redFrom(running(facts), COUNTRY) },
        by,
        onDay(today),
      )
    // A Thursday; five working days later it is Thursday again.
    expect(running().dueOn).toBe('2026-12-10')
    const early = { refused: 'order-too-early' }
    for (const day of ['2026-12-01', '2026-12-10', '2026-12-11', '2026-12-16'])
      expect(order(day), day).toEqual(early)
    expect(order('2026-12-17')).toMatchObject([{ type: 'commitment-ordered', words: { order: '十五号前' } }])
    expect(order('2026-12-17', facilitator)).toEqual({ refused: 'not-allowed' })
    expect(order('2026-12-17', township, { state: 'done' })).toEqual({ refused: 'promise-not-open' })
    // The second day that passed waits for one working day only.
    expect(order('2026-12-11', township, { timesLate: 2 })).toMatchObject([{ type: 'commitment-ordered' }])
    expect(order('2026-12-11', township, { timesLate: 1 })).toEqual(early)
  })
})

describe('a calendar that came later', () => {
  const counted = (facts: Partial<Commitment> = {}) =>
    running({ dueOn: '2026-11-25', firstDueOn: '2026-11-25', limit: { unit: 'working', count: 3 }, ...facts })
  const market = calendarOf([
    { version: 1, year: null, source: '赶集', days: [{ day: '2026-11-24', kind: 'rest' }] },
  ])
  const sooner = calendarOf([
    { version: 1, year: null, source: '补班', days: [{ day: '2026-11-22', kind: 'work' }] },
  ])
  const recount = (by: Actor, calendar = market, facts: Partial<Commitment> = {}, from = '2026-11-22') =>
    decideRecountDueDate(
      about,
      { commitment: counted({ ...facts, from }), place: village, calendar, calendarThen: COUNTRY },
      by,
      onDay('2026-11-23'),
    )

  test('changes a day only by an event: later needs somebody above, sooner does not', () => {
    expect(recount(township)).toMatchObject([
      {
        type: 'due-day-recounted',
        data: { fromOn: '2026-11-25', toOn: '2026-11-26', calendarVersion: market.version },
      },
    ])
    expect(recount(facilitator)).toEqual({ refused: 'not-allowed' })
    expect(recount(owner)).toEqual({ refused: 'owner-may-not-decide' })
    expect(recount(owner, sooner, {}, '2026-11-21')).toMatchObject([{ data: { toOn: '2026-11-24' } }])
    expect(recount(villager)).toEqual({ refused: 'not-allowed' })
  })

  test('does not touch a day named outright, extended, or of a new run', () => {
    for (const facts of [{ limit: null }, { timesMoved: 1 }, { timesReopened: 1 }])
      expect(recount(township, market, facts)).toEqual({ refused: 'day-unchanged' })
    expect(recount(township, COUNTRY)).toEqual({ refused: 'day-unchanged' })
  })
})

describe('a part of it', () => {
  const report = (fields: object, by: Actor = owner) =>
    decideReportPart(
      {
        ...about,
        coOwner: null,
        report: '换了两盏',
        remainder: '还差一盏',
        remainderOn: '2026-12-08',
        ...fields,
      },
      { commitment: running() },
      by,
      onDay('2026-12-01'),
    )

  test('is done with the rest dated, within the promise', () => {
    expect(report({})).toMatchObject([{ type: 'part-reported', data: { remainderOn: '2026-12-08' } }])
    expect(report({ remainderOn: '2026-12-11' })).toEqual({
      refused: 'remainder-too-late',
      field: 'remainderOn',
    })
    expect(report({ remainder: null })).toEqual({ refused: 'promise-incomplete', field: 'remainder' })
    expect(report({ remainderOn: null })).toEqual({ refused: 'promise-incomplete', field: 'remainderOn' })
    expect(report({}, villager)).toEqual({ refused: 'not-allowed' })
  })

  test('of a co-owner is done once', () => {
    const part = { coOwner: 0, remainder: null, remainderOn: null }
    expect(report(part, { ...coOwner, roles: [] })).toMatchObject([
      { data: { coOwner: 0, on: '2026-12-01' } },
    ])
    expect(report({ ...part, coOwner: 1 })).toEqual({ refused: 'not-found', field: 'coOwner' })
    expect(report({ ...part, remainder: '剩一点' })).toEqual({ refused: 'field-wrong', field: 'remainder' })
  })

  test('evidence may follow until it is settled', () => {
    const add = (commitment: Commitment) =>
      decideAddEvidence({ ...about, evidence: '回单 118' }, { commitment }, owner, TONIGHT)
    expect(add(settled())).toMatchObject([{ type: 'evidence-added' }])
    expect(add(settled({ state: 'settled' }))).toEqual({ refused: 'promise-not-open' })
    expect(add(given.promise())).toEqual({ refused: 'promise-not-open' })
  })
})

describe('settling', () => {
  const settle = (
    facts: Partial<Commitment>,
    by: Actor = facilitator,
    hasUnsettled = false,
    today = '2027-01-12',
  ) =>
    decideSettleCommitment(
      about,
      { commitment: settled(facts), concern: concern({ state: 'promised' }), hasUnsettled },
      by,
      onDay(today),
    )

  test('closes the concern with its last promise', () => {
    expect(settle({ state: 'rated' })).toMatchObject([
      { type: 'commitment-settled', data: { as: 'rated' } },
      { type: 'concern-closed', data: { as: 'rated' } },
    ])
    expect(settle({ state: 'rated' }, facilitator, true)).toHaveLength(1)
  })

  test('silence is unrated: settled only when the time for a rating is over', () => {
    expect(settle({}, facilitator, false, '2027-01-12')).toEqual({ refused: 'not-rated-yet' })
    expect(settle({}, facilitator, false, '2027-01-13')).toMatchObject([{ data: { as: 'unrated' } }, {}])
  })

  test('is for somebody other than the owner', () => {
    const both: Actor = { ...owner, roles: ['facilitator'] }
    expect(settle({ state: 'rated' }, both)).toEqual({ refused: 'owner-may-not-decide' })
    expect(settle({ state: 'rated' }, owner)).toEqual({ refused: 'not-allowed' })
    expect(settle({ state: 'rated' }, township)).toHaveLength(2)
    expect(settle({ state: 'open' })).toEqual({ refused: 'promise-not-open' })
  })
})
