import { expect, test } from 'vitest'
import { openLampLedger } from '../../support/files/lamp-ledger.ts'

test('what is late, red or asks for a later day waits for the township, with the numbers of today', async () => {
  const { village, township, promised, facilitator } = await openLampLedger()
  const path = `/api/places/${village.townshipId}/waiting`
  const lamp = await promised({ dueOn: '2026-12-01' }, { text: '路灯不亮' })
  const drain = await promised({ dueOn: '2026-12-08' }, { text: '水沟堵了' })
  const bridge = await promised({ dueOn: '2026-12-20' }, { text: '桥栏杆断了' })
  const wang = await village.as('王建国')
  await wang.must('ask-extension', { commitmentId: bridge, dueOn: '2026-12-28', reason: '钢管没到货' })
  village.clock.set('2026-12-09T02:00:00.000Z')
  const { today, counts, matters, places } = await township.read(path)
  expect(today).toBe('2026-12-09')
  expect(matters.map(({ kind, commitment }: any) => [kind, commitment.id]).sort()).toEqual(
    [
      ['red', lamp],
      ['late', drain],
      ['extension', bridge],
    ].sort(),
  )
  expect(counts).toMatchObject({ overdue: 2 })
  const late = await township.read(`/api/places/${village.townshipId}/ledger?view=below&standing=overdue`)
  expect(late.matters).toHaveLength(counts.overdue)
  expect(places).toMatchObject([{ name: '柳树湾村', open: null, rated: 0 }])
  expect((await facilitator.get(path)).status).toBe(403)
  expect((await village.stranger().get(path)).status).toBe(401)
})

test('a later day that somebody asked for waits in the ledger of the staff and of the township, and is nobody else’s to know', async () => {
  const { village, township, promised, facilitator } = await openLampLedger()
  await promised({ dueOn: '2026-12-01' }, { text: '路灯不亮' })
  const bridge = await promised({ dueOn: '2026-12-20' }, { text: '桥栏杆断了' })
  const wang = await village.as('王建国')
  const here = `/api/places/${village.placeId}/ledger?view=unit&wants=later-day`
  const idsAt = async (of: typeof facilitator, path: string) =>
    (await of.read(path)).matters.map(({ commitment }: any) => commitment.id)
  expect(await idsAt(facilitator, here)).toEqual([])
  await wang.must('ask-extension', { commitmentId: bridge, dueOn: '2026-12-28', reason: '钢管没到货' })
  expect(await idsAt(facilitator, here)).toEqual([bridge])
  const above = `/api/places/${village.townshipId}/ledger?view=below&wants=later-day`
  expect(await idsAt(township, above)).toEqual([bridge])
  expect((await village.stranger().get(here)).body.refused).toBe('not-allowed')
})
