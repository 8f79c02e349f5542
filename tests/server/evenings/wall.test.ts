import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { matter, promise, remark } from '../../support/villages/stage.ts'
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

  const spoken = promise(village, { meetingId })
  await facilitator.must('record-commitment', spoken)
  expect((await look()).promise).toBeNull()
  await facilitator.must('read-back-commitment', { commitmentId: spoken.commitmentId })
  expect((await look()).promise).toMatchObject({
    owner: '王建国',
    ownerTitle: '村书记',
    dueOn: '2026-12-10',
    daysLeft: 18,
    isConfirmed: false,
    heard: { name: '王建国', text: spoken.verbatim },
  })
  await facilitator.must('confirm-commitment', { commitmentId: spoken.commitmentId })
  expect((await look()).promise.isConfirmed).toBe(true)
  await facilitator.must('clear-wall', { meetingId })
  expect(await look()).toMatchObject({ promise: null, voices: [] })
})

test('what was answered on the evening stays counted on the wall after a villager has judged it', async () => {
  const village = await openVillage()
  const { facilitator, meetingId } = await openEvening(village)
  const recorder = await village.as('陈晓')
  const [kept, again, later] = [matter(meetingId), matter(meetingId), matter(meetingId)]
  for (const one of [kept, again, later]) await recorder.must('raise-concern', one)
  const answer = (concernId: string) => recorder.must('answer-concern', { concernId, answer: '明天贴出来。' })
  const judge = ({ concernId }: { concernId: string }, done: 'done' | 'not') =>
    facilitator.must('note-rating', {
      ...{ ratingId: randomUUID(), concernId, commitmentId: null, done, satisfied: 'acceptable', word: null },
      witness: '周志强',
    })
  const outcomes = async () =>
    (await facilitator.read(`/api/places/${village.placeId}/meetings/${meetingId}/wall`)).outcomes
  await answer(kept.concernId)
  await answer(again.concernId)
  expect(await outcomes()).toEqual({ answered: 2, promised: 0, referred: 0 })
  await judge(kept, 'done')
  await judge(again, 'not')
  expect(await outcomes()).toEqual({ answered: 2, promised: 0, referred: 0 })
  await facilitator.must('close-meeting', { meetingId })
  village.clock.advance(60_000)
  await answer(later.concernId)
  expect(await outcomes()).toEqual({ answered: 2, promised: 0, referred: 0 })
})

test('nobody who has not come in sees the wall', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const answer = await village
    .stranger()
    .get(`/api/places/${village.placeId}/meetings/${evening.meetingId}/wall`)
  expect(answer.status).toBe(401)
})
