import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { matter } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

const path = (placeId: string, q: string) => `/api/places/${placeId}/alike?q=${encodeURIComponent(q)}`

async function lamps() {
  const village = await openVillage()
  const evening = await openEvening(village)
  const recorder = await village.as('陈晓')
  const { meetingId } = evening
  const raise = async (text: string, over: object = {}) => {
    const concernId = randomUUID()
    await recorder.must('raise-concern', matter(meetingId, { concernId, text, ...over }))
    return concernId
  }
  return { village, evening, recorder, raise }
}

test('whoever types finds what was asked before, with its outcome and without anybody’s name', async () => {
  const { village, evening, recorder, raise } = await lamps()
  const lamp = await raise('村口的路灯从开春就不亮', { lane: 'masked' })
  await raise('广场的音响太吵')
  await recorder.must('answer-concern', { concernId: lamp, answer: '明天请电工来看。' })
  const phone = await evening.phone('赵姐')
  const { matters } = await phone.read(path(village.placeId, '村口路燈不亮'))
  expect(matters).toMatchObject([{ id: lamp, state: 'answered', outcome: '明天请电工来看。', voices: 1 }])
  expect(JSON.stringify(matters)).not.toContain('李婶')
})

test('wording that nobody has agreed to is found by the staff only', async () => {
  const { village, evening, recorder, raise } = await lamps()
  const open = await raise('东头水渠堵了', { isAgreed: false })
  const phone = await evening.phone('赵姐')
  expect((await phone.read(path(village.placeId, '水渠堵了'))).matters).toEqual([])
  expect((await recorder.read(path(village.placeId, '水渠堵了'))).matters).toMatchObject([{ id: open }])
})

test('other words are found by their new pieces, and what was put together by the one that stands', async () => {
  const { village, recorder, raise } = await lamps()
  const into = await raise('东头水渠堵了')
  const gone = await raise('村口的路灯不亮')
  await recorder.must('reword-concern', { concernId: gone, text: '水渠边的石阶松了', isAgreed: true })
  const ids = async (q: string) =>
    (await recorder.read(path(village.placeId, q))).matters.map(({ id }: { id: string }) => id)
  expect(await ids('路灯不亮')).toEqual([])
  expect(await ids('石阶松了')).toEqual([gone])
  await recorder.must('merge-concerns', { concernId: gone, intoId: into })
  expect(await ids('石阶松了')).toEqual([into])
  const { matters } = await recorder.read(path(village.placeId, '水渠堵了'))
  expect(matters).toMatchObject([{ id: into, voices: 2 }])
})

test('what is said three times is flagged to the unit, and to the township above it', async () => {
  const { village, raise } = await lamps()
  for (const text of ['村口的路灯不亮', '村口路灯又坏了不亮', '村口的路灯晚上不亮']) await raise(text)
  const cadre = await village.as('王建国')
  const unit = await cadre.read(`/api/places/${village.placeId}/rising`)
  expect(unit).toMatchObject({ from: '2026-08-24', groups: [{ count: 3, villages: 1, voices: 3 }] })
  const township = await village.as('赵明')
  const above = await township.read(`/api/places/${village.townshipId}/rising`)
  expect(above.groups).toEqual(unit.groups)
  expect(above.places).toMatchObject([{ id: village.placeId }])
})

test('what rises is for the staff, and bad questions are refused', async () => {
  const { village, evening } = await lamps()
  const rising = `/api/places/${village.placeId}/rising`
  const phone = await evening.phone()
  expect(await phone.get(rising)).toMatchObject({ status: 403, body: { refused: 'not-allowed' } })
  expect(await village.stranger().get(rising)).toMatchObject({ status: 401 })
  expect(await phone.get(path(village.placeId, ''))).toMatchObject({ status: 400 })
  expect(await phone.get(path(randomUUID(), '路灯'))).toMatchObject({ status: 404 })
})
