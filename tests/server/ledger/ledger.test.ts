import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listMissing } from '../../../server/ledger/list/lines.ts'
import type { LedgerPage } from '../../../shared/ledger/ledger.ts'
import type { Client } from '../../support/running/client.ts'
import { openLampLedger } from '../../support/files/lamp-ledger.ts'
import { promise } from '../../support/villages/stage.ts'

const read = (client: Client, path: string, question: Record<string, string>): Promise<LedgerPage> =>
  client.read(`${path}?${new URLSearchParams(question)}`)
const measures = ({ matters }: LedgerPage) => matters.map(({ commitment }) => commitment.measure)

test('standings, their counts, views and who may ask for them', async () => {
  const { village, evening, facilitator, recorder, township, path, promised } = await openLampLedger()
  await promised({ measure: '今天就办', dueOn: '2026-11-22' })
  await promised({ measure: '七天以内', dueOn: '2026-11-29' })
  await promised({ measure: '月底以后', dueOn: '2026-12-31', ownerId: village.people['陈静'], owner: '陈静' })
  const done = await promised({ measure: '办完了的', dueOn: '2026-11-25' })
  await recorder.must('report-done', { commitmentId: done, report: '好了。' })
  await recorder.must(
    'record-commitment',
    promise(village, { meetingId: evening.meetingId, measure: '还没点头' }),
  )

  const whole = await read(facilitator, path, { view: 'unit' })
  expect(whole.counts).toEqual({ overdue: 0, soon: 2, 'on-track': 1, spoken: 1, settled: 1 })
  expect(measures(whole)).toHaveLength(5)
  expect(measures(await read(facilitator, path, { standing: 'soon' }))).toEqual(['今天就办', '七天以内'])
  expect(measures(await read(facilitator, path, { standing: 'settled' }))).toEqual(['办完了的'])
  expect(measures(await read(facilitator, path, { view: 'mine' }))).toEqual(['月底以后'])

  village.clock.set('2026-11-22T16:30:00.000Z')
  const nextDay = await read(facilitator, path, { standing: 'overdue' })
  expect(nextDay.today).toBe('2026-11-23')
  expect(measures(nextDay)).toEqual(['今天就办'])

  const stranger = village.stranger()
  const seen = await read(stranger, path, { view: 'unit' })
  expect(seen.counts).toMatchObject({ overdue: 1, spoken: 0 })
  expect(measures(seen)).not.toContain('还没点头')
  expect((await stranger.get(`${path}?view=mine`)).body).toMatchObject({ refused: 'not-logged-in' })
  expect((await stranger.get(`${path}?view=below`)).status).toBe(401)
  expect((await facilitator.get(`${path}?view=below`)).status).toBe(403)

  const above = `/api/places/${village.townshipId}/ledger`
  const below = await read(township, above, { view: 'below', standing: 'overdue' })
  expect(measures(below)).toEqual(['今天就办'])
  expect(below.places.map(({ id }) => id)).toEqual([village.placeId])
  expect((await read(township, above, { view: 'unit' })).matters).toEqual([])
  expect((await read(township, above, { view: 'all' })).counts.soon).toBe(1)
})

test('one letter and two find title, measure, owner and number; signs of LIKE stand for themselves', async () => {
  const { facilitator, path, promised } = await openLampLedger()
  await promised({ measure: '更换 3 盏' }, { text: '村口路灯不亮' })
  await promised({ measure: '清淤 100%', owner: '陈静', ownerId: null }, { text: '水渠堵了' })
  await promised({ measure: 'Buy LED_lamps \\ poles' })
  const found = async (q: string) => measures(await read(facilitator, path, { q }))
  expect(await found('灯')).toEqual(['更换 3 盏'])
  expect(await found('路灯')).toEqual(['更换 3 盏'])
  expect(await found('陈静')).toEqual(['清淤 100%'])
  expect(await found('淤')).toEqual(['清淤 100%'])
  expect(await found('2')).toEqual(['清淤 100%'])
  expect(await found('%')).toEqual(['清淤 100%'])
  expect(await found('led_')).toEqual(['Buy LED_lamps \\ poles'])
  expect(await found('\\')).toEqual(['Buy LED_lamps \\ poles'])
  expect(await found('_')).toEqual(['Buy LED_lamps \\ poles'])
  expect(await found("'; --")).toEqual([])
  expect((await read(facilitator, path, { q: '灯' })).counts['on-track']).toBe(1)
})

test('traditional letters are found by simplified ones and back, and a day by its name', async () => {
  const { facilitator, recorder, path, promised } = await openLampLedger()
  await promised({ measure: '換三盞燈', dueOn: '2026-12-05' }, { text: '橋頭的路燈壞了' })
  const moved = await promised({ measure: '清淤泥', dueOn: '2026-12-06' }, { text: '水渠堵了' })
  const found = async (q: string) => measures(await read(facilitator, path, { q }))
  expect(await found('桥头')).toEqual(['換三盞燈'])
  expect(await found('橋頭的路燈')).toEqual(['換三盞燈'])
  expect(await found('灯')).toEqual(['換三盞燈'])
  expect(await found('溝渠')).toEqual([])
  expect(await found('清淤')).toEqual(['清淤泥'])
  expect(await found('12月5日')).toEqual(['換三盞燈'])
  expect(await found('2026年12月5号')).toEqual(['換三盞燈'])
  expect(await found('2026-12-06')).toEqual(['清淤泥'])
  expect(await found('2025年12月5日')).toEqual([])

  await recorder.must('report-done', { commitmentId: moved, report: '清好了。' })
  expect(await found('12月6日')).toEqual(['清淤泥'])
})

test('pages follow each other without gap or double, whatever they are sorted by', async () => {
  const { village, facilitator, path } = await openLampLedger()
  const { database } = village.context
  await database.write(async (work) => {
    const one = await work.selectFrom('meetings').select('id').executeTakeFirstOrThrow()
    for (let n = 0; n < 120; n++)
      await work
        .insertInto('commitments')
        .values(madeUp(village.placeId, one.id, n))
        .execute()
    expect(await listMissing(work)).toBe(120)
  })
  for (const sort of ['due', 'first', 'newest', 'moved']) {
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: LedgerPage = await read(facilitator, path, { sort, ...(after ? { after } : {}) })
      seen.push(...measures(page))
      after = page.next
    } while (after)
    expect(seen, sort).toHaveLength(120)
    expect(new Set(seen).size, sort).toBe(120)
  }
})

const madeUp = (placeId: string, meetingId: string, n: number) => ({
  ...{ id: randomUUID(), placeId, meetingId, concernId: null, state: 'open' as const },
  ...{ verbatim: '我来办', measure: `第 ${n} 件`, ownerId: null, owner: '王建国', ownerTitle: null },
  ...{ coOwners: '[]', firstDueOn: '2026-12-01', dueOn: `2026-12-${10 + (n % 7)}`, timesMoved: n % 3 },
  ...{ recordedAt: `2026-11-22T11:00:0${n % 9}.000Z`, readBackAt: '', confirmedAt: '', doneOn: null },
  ...{ report: null, origin: 'promise' as const, entryId: null, isListed: 0, countedFrom: '2026-11-22' },
  ...{ limitUnit: null, limitCount: null, calendarVersion: 'cn-2025-11-04', isOnTheSpot: 0, daysAdded: 0 },
  ...{
    askedDueOn: null,
    askedReason: null,
    timesReopened: 0,
    timesLate: 0,
    settledAs: null,
    takenById: null,
  },
})

test.each([
  ['view', 'everything'],
  ['standing', 'late'],
  ['sort', 'random'],
  ['after', 'bm90LW91cnM'],
  ['q', '字'.repeat(41)],
  ['q', 'a\u0000b'],
  ['page', '2'],
])('a question with %s=%s is refused, naming the field', async (field, value) => {
  const { facilitator, path } = await openLampLedger()
  const { status, body } = await facilitator.get(`${path}?${new URLSearchParams({ [field]: value })}`)
  expect(status).toBe(400)
  expect(body.field).toBe(field)
})
