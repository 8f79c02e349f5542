import { expect, test } from 'vitest'
import { openLampLedger } from '../../support/files/lamp-ledger.ts'

test('the figures of a place are counted from the same rows as its month, for its staff', async () => {
  const { village, recorder, township, promised } = await openLampLedger()
  const wang = await village.as('王建国')
  const [lamp] = [await promised({}, { text: '路灯不亮' }), await promised({}, { text: '水沟堵了' })]
  const path = `/api/places/${village.placeId}/figures`
  const before = await recorder.read(path)
  expect(before.months.at(-1)).toMatchObject({ month: '2026-11', sums: { promised: 2, kept: 0, raised: 2 } })
  expect(before).toMatchObject({ ages: [2, 0, 0, 0], channels: { meeting: 2, form: 0 }, below: [] })
  await wang.must('report-done', { commitmentId: lamp, report: '换了' })
  const after = await recorder.read(path)
  expect(after).toMatchObject({ ages: [1, 0, 0, 0], whole: { kept: 1, keptInTime: 1 } })
  expect((await village.stranger().get(path)).status).toBe(401)

  const above = await township.read(`/api/places/${village.townshipId}/figures`)
  expect(above).toMatchObject({
    ...{ whole: { promised: null, raised: null }, ages: [null, 0, 0, 0], channels: { meeting: null } },
    months: Array(6).fill({}),
  })
  for (const n of [3, 4, 5]) await promised({}, { text: `第 ${n} 件` })
  const more = await township.read(`/api/places/${village.townshipId}/figures`)
  expect(more.whole).toMatchObject({ promised: 5, raised: 5, responded: 5, kept: null, keptInTime: null })
  expect(more.below).toMatchObject([{ sums: { promised: 5 } }])
  expect(more.months.at(-1).sums).toMatchObject({ promised: 5, raised: 5 })
})
