import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { calendarAt } from '../../../server/calendar/queries.ts'
import { calendarUnder } from '../../../shared/calendar/calendar.ts'
import { bothDays } from '../../../shared/calendar/counting.ts'
import type { Answer, Client } from '../../support/running/client.ts'
import { openVillage, type Village } from '../../support/villages/village.ts'

describe('the days of a place', () => {
  let village: Village
  let facilitator: Client
  let stranger: Client
  beforeAll(async () => {
    const ends: (() => Promise<void>)[] = []
    village = await openVillage({ atEnd: (end) => ends.push(end) })
    facilitator = await village.as('陈静')
    stranger = village.stranger()
    return async () => {
      for (const end of ends) await end()
    }
  })

  const days = (query: string, placeId = village.placeId): Promise<Answer> =>
    stranger.get(`/api/places/${placeId}/days?${query}`)

  test('anybody may ask when so many days are over', async () => {
    const { status, body } = await days('from=2026-09-29&working=5')
    expect(status).toBe(200)
    expect(body).toEqual({ dueOn: '2026-10-12', calendarVersion: 'cn-2025-11-04', provisional: false })
    expect((await days('from=2026-09-29&natural=5')).body).toMatchObject({ dueOn: '2026-10-08' })
    expect((await days('from=2026-12-28&working=5')).body).toMatchObject({
      dueOn: '2027-01-05',
      provisional: true,
    })
    expect((await days('from=2026-01-01&working=999')).body).toMatchObject({ provisional: true })
  })

  test.each([
    ['from=2026-09-29', 'field-missing', 'working'],
    ['working=5', 'field-missing', 'from'],
    ['from=2026-09-29&working=5&natural=5', 'field-wrong', 'natural'],
    ['from=2026-09-29&working=0', 'field-wrong', 'working'],
    ['from=2026-09-29&working=-3', 'field-wrong', 'working'],
    ['from=2026-09-29&working=5.5', 'field-wrong', 'working'],
    ['from=2026-09-29&working=1000', 'field-wrong', 'working'],
    ['from=2026-09-29&working=', 'field-wrong', 'working'],
    ['from=2026-09-29&working=5&working=6', 'field-wrong', 'working'],
    ['from=2026-02-30&working=5', 'field-wrong', 'from'],
    ['from=29.9.2026&working=5', 'field-wrong', 'from'],
    ['from=2026-09-29&working=5&holidays=no', 'field-unknown', 'holidays'],
  ])('%s is refused: %s, %s', async (query, refused, field) => {
    const { status, body } = await days(query)
    expect([status, body.refused, body.field]).toEqual([400, refused, field])
    expect(body.sentence.length).toBeGreaterThan(4)
  })

  test.each([
    ['said=下个月8号前换好&today=2026-11-05', '2026-12-08'],
    ['said=下下周二前清好&today=2026-11-28', '2026-12-08'],
    ['said=路灯12号杆我去看&today=2026-11-28', null],
    ['typed=一个月内&today=2026-11-28', '2026-12-28'],
    ['typed=12号杆&today=2026-11-28', null],
    ['typed=明天', '2026-11-23'],
    ['typed=', null],
  ])('%s is read as the desk reads it: %s', async (query, dueOn) => {
    expect(await days(encodeURI(query))).toMatchObject({ status: 200, body: { dueOn } })
  })

  test.each([
    ['said=明天&typed=明天', 'field-wrong', 'typed'],
    ['said=明天&working=3', 'field-wrong', 'working'],
    ['said=明天&today=2026-02-30', 'field-wrong', 'today'],
    ['from=2026-09-29&working=5&today=2026-09-29', 'field-wrong', 'today'],
  ])('%s is refused: %s, %s', async (query, refused, field) => {
    expect(await days(encodeURI(query))).toMatchObject({ status: 400, body: { refused, field } })
  })

  test('a place that is not there has no days', async () => {
    const query = 'from=2026-09-29&working=5'
    expect((await days(query, randomUUID())).body).toMatchObject({ refused: 'not-found', field: 'placeId' })
    expect((await days(query, 'here')).body).toMatchObject({ refused: 'field-wrong', field: 'placeId' })
    expect((await stranger.get(`/api/places/${randomUUID()}/calendar`)).status).toBe(404)
  })

  test('a market day is off in this village and in its grids, and nowhere else', async () => {
    const gridId = randomUUID()
    await facilitator.must('draw-grid', { gridId, name: '第十网格' })
    const listening = await facilitator.listen()
    const { seq } = await facilitator.must('mark-days', {
      days: [{ day: '2026-12-15', kind: 'rest' }],
      source: '逢五赶集',
    })
    const query = 'from=2026-12-14&working=1'
    const own = { dueOn: '2026-12-16', calendarVersion: 'cn-2025-11-04/1', provisional: false }
    expect((await days(query)).body).toEqual(own)
    expect((await days(query, gridId)).body).toEqual(own)
    expect((await days(query, village.townshipId)).body).toMatchObject({
      dueOn: '2026-12-15',
      calendarVersion: 'cn-2025-11-04',
    })
    await expect.poll(() => listening.upTo).toBeGreaterThanOrEqual(seq)
    expect(listening.types).toContain('days-marked')
    const calendar = await stranger.read(`/api/places/${village.placeId}/calendar`)
    expect(calendar).toMatchObject({ asOf: seq, calendarVersion: own.calendarVersion })
    expect(calendar.own).toEqual([
      { version: 1, year: null, source: '逢五赶集', days: [{ day: '2026-12-15', kind: 'rest' }] },
    ])
    expect(calendar.notices.at(-1)).toEqual({
      year: 2026,
      source: '国办发明电〔2025〕7号',
      announcedOn: '2025-11-04',
    })
  })

  test('when the schedule of a year comes, both days are known and none has moved by itself', async () => {
    const query = 'from=2026-12-30&working=3'
    const promised = (await days(query)).body
    expect(promised).toMatchObject({ dueOn: '2027-01-05', provisional: true })
    await facilitator.must('announce-year', {
      year: 2027,
      days: [
        { day: '2027-01-04', kind: 'rest' },
        { day: '2027-01-05', kind: 'rest' },
      ],
      source: '国办发明电〔2026〕9号',
    })
    const now = (await days(query)).body
    expect(now).toEqual({ dueOn: '2027-01-07', calendarVersion: 'cn-2025-11-04/2', provisional: false })
    const { reader } = village.context.database
    const { own } = await stranger.read(`/api/places/${village.placeId}/calendar`)
    const counted = {
      from: '2026-12-30',
      limit: { unit: 'working', count: 3 },
      dueOn: promised.dueOn,
    } as const
    const then = calendarUnder(promised.calendarVersion, own)!
    expect(bothDays(counted, then, await calendarAt(reader, village.placeId))).toEqual({
      then: promised,
      now,
      change: 'later',
    })
  })
})
