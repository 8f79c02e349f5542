import { expect, test } from 'vitest'
import { matter, promise, remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

test('what nobody nodded to is in no export, on no phone and in no number', async () => {
  const village = await openVillage()
  const { facilitator, meetingId, phone } = await openEvening(village)
  const recorder = await village.as('陈晓')
  const raiser = await phone('李婶')
  const comment = remark(meetingId, { text: '井台的护栏松了' })
  await raiser.must('post-comment', comment)
  const asked = matter(meetingId, { text: comment.text, commentId: comment.commentId })
  await facilitator.must('raise-concern', asked)
  const spoken = { ...promise(village, { measure: '焊牢护栏' }), meetingId, concernId: asked.concernId }
  await recorder.must('record-commitment', spoken)
  await facilitator.must('read-back-commitment', { commitmentId: spoken.commitmentId })

  const told = async () => ({
    file: (await facilitator.get(`/api/places/${village.placeId}/ledger.csv?language=zh-Hans`))
      .body as string,
    mine: await raiser.read(`/api/places/${village.placeId}/mine`),
    figures: await facilitator.read(`/api/places/${village.placeId}/figures`),
  })
  const before = await told()
  expect(before.file).toContain('井台的护栏松了')
  expect(before.file).not.toContain('焊牢护栏')
  expect(before.mine.matters[0].commitments).toEqual([])
  const after = await (async () => {
    await facilitator.must('confirm-commitment', { commitmentId: spoken.commitmentId })
    return told()
  })()
  expect(after.file).toContain('焊牢护栏')
  expect(after.mine.matters[0].commitments).toMatchObject([{ measure: '焊牢护栏' }])
  const promised = ({ figures }: typeof before) => figures.months.at(-1).sums.promised
  expect(promised(after)).toBe(promised(before) + 1)
  // The matter was open before the nod and is open after it.
  expect(after.figures.ages).toEqual(before.figures.ages)
})
