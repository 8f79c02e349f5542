import { expect, test } from 'vitest'
import { promise, remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

test('the wall shows the last voices, then the promise being read back, then the talk again', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { facilitator, meetingId, agenda } = evening
  const look = () => facilitator.read(`/api/places/${village.placeId}/meetings/${meetingId}/wall`)
  const phone = await evening.phone('李婶')
  const texts = ['第一句', '第二句', '第三句', '第四句']
  for (const text of texts) {
    const one = remark(meetingId, { text })
    await phone.must('post-comment', one)
    await facilitator.must('show-comment', { commentId: one.commentId })
  }
  await phone.must('post-comment', remark(meetingId, { text: '还没上墙' }))
  await facilitator.must('start-agenda-item', { meetingId, agendaItemId: agenda[1] })
  const talk = await look()
  expect(talk).toMatchObject({
    placeName: '柳树湾村',
    itemNo: 2,
    phase: 'open',
    code: evening.code,
    shown: 4,
  })
  expect(talk.voices.map(({ text }: { text: string }) => text)).toEqual(texts.slice(1))
  expect(JSON.stringify(talk)).not.toContain('还没上墙')

  const vow = promise(village, { meetingId })
  await facilitator.must('record-commitment', vow)
  expect((await look()).promise).toBeNull()
  await facilitator.must('read-back-commitment', { commitmentId: vow.commitmentId })
  expect((await look()).promise).toMatchObject({
    owner: '王建国',
    ownerTitle: '村书记',
    dueOn: '2026-12-10',
    daysLeft: 18,
    isConfirmed: false,
    heard: { name: '王建国', text: vow.verbatim },
  })
  await facilitator.must('confirm-commitment', { commitmentId: vow.commitmentId })
  expect((await look()).promise.isConfirmed).toBe(true)
  await facilitator.must('clear-wall', { meetingId })
  expect(await look()).toMatchObject({ promise: null, voices: [] })
})

test('nobody who has not come in sees the wall', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const answer = await village
    .stranger()
    .get(`/api/places/${village.placeId}/meetings/${evening.meetingId}/wall`)
  expect(answer.status).toBe(401)
})
