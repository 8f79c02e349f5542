import { describe, expect, test } from 'vitest'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import {
  decideMoveDueDate,
  decideNoteOverdue,
  decideReportDone,
  decideTakeBackReport,
} from '../../../shared/commitments/decisions/decide-open.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import type { Place } from '../../../shared/places/place.ts'
import * as given from '../../support/villages/given.ts'

const {
  coOwner,
  facilitator,
  onDay,
  owner,
  promise,
  recorder,
  running,
  settled,
  township,
  village,
  villager,
} = given

const about = { placeId: given.PLACE, commitmentId: given.PROMISE }
const missing = { refused: 'not-found', field: 'commitmentId' }

describe('a later day', () => {
  const move = (
    commitment: Commitment | null,
    dueOn = '2026-12-20',
    {
      by = township,
      today = '2026-12-01',
      reason = '灯还没到货',
      place = village,
    }: { by?: Actor; today?: string; reason?: string; place?: Place } = {},
  ) => decideMoveDueDate({ ...about, dueOn, reason }, { commitment, place }, by, onDay(today))

  test('is agreed above, with the reason, and both days are kept', () => {
    expect(move(running(), '2026-12-20', { reason: ' 灯还没到货 ' })).toEqual([
      {
        type: 'due-day-moved',
        data: {
          commitmentId: given.PROMISE,
          meetingId: given.MEETING,
          fromOn: '2026-12-10',
          toOn: '2026-12-20',
          times: 1,
        },
        words: { reason: '灯还没到货' },
      },
    ])
  })

  test('is later than the present day', () => {
    expect(move(running(), '2026-12-11')).toHaveLength(1)
    expect(move(running(), '2026-12-10')).toEqual({ refused: 'day-not-later', field: 'dueOn' })
    expect(move(running(), '2026-12-09')).toEqual({ refused: 'day-not-later', field: 'dueOn' })
  })

  test('is agreed by the facilitator only where nothing stands above the place', () => {
    const byFacilitator = { by: facilitator }
    expect(move(running(), '2026-12-20', byFacilitator)).toEqual({ refused: 'not-allowed' })
    const place = { ...village, parentId: null }
    expect(move(running(), '2026-12-20', { ...byFacilitator, place })).toHaveLength(1)
  })

  test('is agreed before the day, not on it or after it', () => {
    expect(move(running(), '2026-12-20', { today: '2026-12-09' })).toHaveLength(1)
    for (const today of ['2026-12-10', '2026-12-16'])
      expect(move(running(), '2026-12-20', { today })).toEqual({ refused: 'extension-too-late' })
  })

  test('is given at most twice, and never adds more than the first promise was long', () => {
    // Promised on 11-22 for 12-10: eighteen days.
    expect(move(running(), '2026-12-28')).toHaveLength(1)
    expect(move(running(), '2026-12-29')).toEqual({
      refused: 'extension-too-long',
      field: 'dueOn',
      limit: 18,
    })
    const once = running({ dueOn: '2026-12-20', timesMoved: 1, daysAdded: 10 })
    expect(move(once, '2026-12-28')).toHaveLength(1)
    expect(move(once, '2026-12-29')).toEqual({ refused: 'extension-too-long', field: 'dueOn', limit: 8 })
    const twice = running({ dueOn: '2026-12-21', timesMoved: 2, daysAdded: 11 })
    expect(move(twice, '2026-12-22')).toEqual({ refused: 'extended-twice', limit: 2 })
  })

  test('is a day that exists', () => {
    expect(move(running(), '2026-12-32')).toEqual({ refused: 'field-wrong', field: 'dueOn' })
  })

  test('has a reason', () => {
    expect(move(running(), '2026-12-20', { reason: '\u200b' })).toMatchObject({
      refused: 'too-short',
      field: 'reason',
    })
    expect(move(running(), '2026-12-20', { reason: '因'.repeat(281) })).toMatchObject({ refused: 'too-long' })
  })

  test.each([owner, coOwner])('is not decided by $name, who does the work', (by) => {
    const powerful: Actor = { ...by, roles: ['facilitator'] }
    expect(move(running(), '2026-12-20', { by })).toEqual({ refused: 'owner-may-not-decide' })
    expect(move(running(), '2026-12-20', { by: powerful })).toEqual({ refused: 'owner-may-not-decide' })
  })

  test('is not decided by a recorder or a villager', () => {
    for (const by of [recorder, villager])
      expect(move(running(), '2026-12-20', { by })).toEqual({ refused: 'not-allowed' })
  })

  test('is for promises whose clock runs', () => {
    expect(move(promise())).toEqual({ refused: 'promise-not-open' })
    expect(move(settled())).toEqual({ refused: 'promise-not-open' })
    expect(move(null)).toEqual(missing)
    expect(move(null, '2026-12-20', { by: villager })).toEqual({ refused: 'not-allowed' })
  })
})

describe('done', () => {
  const parts = running().coOwners.map((one) => ({ ...one, doneOn: '2026-12-01' }))
  const ready = (facts: Partial<Commitment> = {}) => running({ coOwners: parts, ...facts })

  const report = (commitment: Commitment | null, by: Actor = owner, text = '三盏灯都亮了') =>
    decideReportDone({ ...about, report: text }, { commitment }, by, onDay('2026-12-08'))
  const takeBack = (commitment: Commitment | null, by: Actor = owner) =>
    decideTakeBackReport(about, { commitment }, by, onDay('2026-12-09'))

  test.each([{ ...owner, roles: [] }, { ...coOwner, roles: [] }, facilitator, recorder])(
    'is reported by $name, dated by the village’s own day',
    (by) => {
      expect(report(ready(), by)).toMatchObject([
        { type: 'commitment-done', data: { doneOn: '2026-12-08' }, words: { report: '三盏灯都亮了' } },
      ])
      expect(takeBack(settled(), by)).toMatchObject([{ type: 'report-taken-back' }])
    },
  )

  test.each([facilitator, recorder])('says that it was reported on behalf, where $name pressed', (by) => {
    expect(report(ready(), by)).toMatchObject([{ data: { isOnBehalf: true } }])
    for (const own of [owner, coOwner])
      expect(report(ready(), own)).not.toMatchObject([{ data: { isOnBehalf: true } }])
  })

  test.each([villager, given.stranger, township])('is not reported by others', (by) => {
    expect(report(running(), by)).toEqual({ refused: 'not-allowed' })
    expect(takeBack(settled(), by)).toEqual({ refused: 'not-allowed' })
  })

  test('an owner outside the roster is nobody who can log in', () => {
    expect(report(running({ ownerId: null, coOwners: [] }), villager)).toEqual({ refused: 'not-allowed' })
  })

  test('is said once, of a promise whose clock runs, in words', () => {
    expect(report(promise())).toEqual({ refused: 'promise-not-open' })
    expect(report(settled())).toEqual({ refused: 'promise-not-open' })
    expect(report(ready(), owner, ' ')).toMatchObject({ refused: 'too-short', field: 'report' })
    expect(report(null)).toEqual(missing)
    expect(report(null, villager)).toEqual({ refused: 'not-allowed' })
  })

  test('together, when each has reported their part; until then it says whose is open', () => {
    expect(report(running())).toEqual({
      ...{ refused: 'parts-open', field: 'coOwners/0', who: '李主任（联系供电所）' },
    })
    const two = [...parts, { ...running().coOwners[0]!, name: '供电所', part: '出材料' }]
    expect(report(ready({ coOwners: two }))).toMatchObject({ field: 'coOwners/1', who: '供电所（出材料）' })
    expect(report(ready())).toHaveLength(1)
  })

  test('is taken back only where it was reported', () => {
    expect(takeBack(running())).toEqual({ refused: 'promise-not-open' })
    expect(takeBack(null)).toEqual(missing)
  })
})

describe('a day that has passed', () => {
  const note = (commitment: Commitment | null, today: string, by = given.calendar, dueOn = '2026-12-10') =>
    decideNoteOverdue({ ...about, dueOn }, { commitment }, by, onDay(today))

  test('is noticed from the next day on', () => {
    expect(note(running(), '2026-12-11')).toMatchObject([
      { type: 'commitment-became-overdue', data: { dueOn: '2026-12-10', times: 1 } },
    ])
    expect(note(running(), '2026-12-10')).toEqual({ refused: 'promise-not-open' })
  })

  test('is not noticed when the promise is kept, unconfirmed or moved meanwhile', () => {
    expect(note(settled(), '2026-12-11')).toEqual({ refused: 'promise-not-open' })
    expect(note(promise(), '2026-12-11')).toEqual({ refused: 'promise-not-open' })
    expect(note(running({ dueOn: '2026-12-11' }), '2026-12-15')).toEqual({ refused: 'promise-not-open' })
    expect(note(null, '2026-12-11')).toEqual(missing)
  })

  test('is noticed by the calendar alone', () => {
    expect(note(running(), '2026-12-11', facilitator)).toEqual({ refused: 'not-allowed' })
  })
})
