import { expect, test } from 'vitest'
import { matter, promise } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

const found = (path: string, q: string, view = 'unit'): string =>
  `/api/places/${path}/ledger/unpromised?view=${view}&q=${encodeURIComponent(q)}`

test('a matter for which nothing was promised is found by its words, old letters, number and day', async () => {
  const village = await openVillage()
  const { meetingId } = await openEvening(village)
  const recorder = await village.as('陈晓')
  const township = await village.as('赵明')
  const said = matter(meetingId, { text: '后山的头条沟渠塌了' })
  await recorder.must('raise-concern', said)
  const texts = async (q: string, view?: string, by = recorder): Promise<string[]> => {
    const at = by === township ? village.townshipId : village.placeId
    const { matters } = await by.read(found(at, q, view))
    return matters.map(({ concern }: { concern: { text: string } }) => concern.text)
  }
  const { today, matters } = await recorder.read(found(village.placeId, '沟渠塌'))
  const [{ concern }] = matters
  expect(concern).toMatchObject({ id: said.concernId, text: said.text })
  const [, month, day] = today.split('-').map(Number)
  for (const q of ['头条沟渠', '頭條溝渠', String(concern.no), `${month}月${day}日`])
    expect(await texts(q)).toContain(said.text)
  expect(await texts('头条沟渠', 'all', township)).toEqual([said.text])
  expect(await texts('没有这样的事')).toEqual([])

  await recorder.must('record-commitment', {
    ...promise(village, { dueOn: '2026-12-05' }),
    ...{ meetingId, concernId: said.concernId },
  })
  expect(await texts('头条沟渠')).toEqual([])
})

test('words that nobody has agreed to yet are found by the staff alone', async () => {
  const village = await openVillage()
  const phone = Object.assign(village.stranger(), { placeId: village.placeId })
  await phone.post('/api/sessions/key', { placeId: village.placeId })
  await phone.must(
    'raise-concern',
    matter('', { meetingId: null, channel: 'form', isAgreed: false, text: '祠堂后墙要倒了' }),
  )
  const asked = found(village.placeId, '祠堂后墙')
  expect((await (await village.as('陈静')).read(asked)).matters).toHaveLength(1)
  expect((await village.stranger().read(asked)).matters).toEqual([])
})
