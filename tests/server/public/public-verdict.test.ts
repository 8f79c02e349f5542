import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { matter, promise } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

/** Promised, signed, done and judged by the phone of whoever asked, all within one evening's hour. */
async function judgedInTheSameHour() {
  const village = await openVillage({ withPages: true })
  const phone = Object.assign(village.stranger(), { placeId: village.placeId })
  await phone.post('/api/sessions/key', { placeId: village.placeId })
  const said = matter('', { meetingId: null, channel: 'form', isAgreed: false, text: '桥头的井盖翘起来了' })
  const { concernId } = said
  await phone.must('raise-concern', said)
  const { facilitator, meetingId } = await openEvening(village)
  await facilitator.must('agree-wording', { concernId })
  const given = { ...promise(village, { dueOn: '2026-12-05' }), meetingId, concernId }
  const { commitmentId } = given
  await facilitator.must('record-commitment', given)
  await facilitator.must('read-back-commitment', { commitmentId })
  await facilitator.must('confirm-commitment', { commitmentId })
  await facilitator.must('close-meeting', { meetingId })
  await facilitator.must('sign-minutes', { meetingId, as: 'facilitator', minutesSeq: 0 })
  await (await village.as('陈晓')).must('sign-minutes', { meetingId, as: 'recorder', minutesSeq: 0 })
  const owner = await village.as('王建国')
  await owner.must('report-done', { commitmentId, report: '垫平了一边。' })
  const answers = { done: 'partly', satisfied: 'acceptable', word: null }
  await phone.must('rate-outcome', { ratingId: randomUUID(), concernId: null, commitmentId, ...answers })
  return { village, phone, owner, meetingId, commitmentId }
}

const pageAt = async (village: Village, path: string): Promise<string> => {
  const { status, body } = await village.stranger().get(path)
  expect(status).toBe(200)
  return body.replaceAll('<wbr/>', '').replaceAll('<wbr>', '')
}
const VERDICT = '办成了一部分，还可以'

test('what was judged partly done is told in the same words wherever the promise stands', async () => {
  const { village, phone, meetingId } = await judgedInTheSameHour()
  const { publicPath } = (await phone.read(`/api/places/${village.placeId}/mine`)).matters[0]
  const pages = [publicPath, `/public/${village.placeId}/minutes/${meetingId}`]
  for (const path of [...pages, `/public/${village.placeId}/month/2026-11`])
    expect(await pageAt(village, path), path).toContain(VERDICT)
})

test('whoever promised reads how it was judged beside their promise', async () => {
  const { village, owner, commitmentId } = await judgedInTheSameHour()
  const { promises } = await owner.read(`/api/places/${village.placeId}/mine`)
  expect(promises.find(({ commitment }: any) => commitment.id === commitmentId)).toMatchObject({
    judged: { by: 'raiser', done: 'partly', satisfied: 'acceptable' },
  })
})

test('a verdict of the same hour stands after the promise and the report that it is about', async () => {
  const { village, phone } = await judgedInTheSameHour()
  const { publicPath } = (await phone.read(`/api/places/${village.placeId}/mine`)).matters[0]
  const page = await pageAt(village, publicPath)
  const story = page.slice(page.indexOf('从头说起'))
  const at = ['答应：', '说是办好了：', VERDICT].map((words) => story.indexOf(words))
  expect(at.every((one) => one >= 0)).toBe(true)
  expect(at).toEqual([...at].sort((one, other) => one - other))
})
