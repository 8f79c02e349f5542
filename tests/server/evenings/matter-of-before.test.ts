import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Concern } from '../../../shared/concerns/concern.ts'
import { matter, promise } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'
import { liveUntil } from '../../support/villages/weeks.ts'

const LEFT = '换灯的钱从哪儿出'
const CALLED = '赶集那天村口停车'

/** An evening that left one matter open and is signed; one called in since; both on the agenda of the next, which is open. */
async function secondEvening() {
  const village = await openVillage()
  const { facilitator, meetingId: before } = await openEvening(village)
  const recorder = await village.as('陈晓')
  const sign = async (meetingId: string) => {
    await facilitator.must('sign-minutes', { meetingId, as: 'facilitator', minutesSeq: 0 })
    return () => recorder.must('sign-minutes', { meetingId, as: 'recorder', minutesSeq: 0 })
  }
  const [left, called] = [randomUUID(), randomUUID()]
  await facilitator.must('raise-concern', matter(before, { concernId: left, text: LEFT }))
  await facilitator.must('close-meeting', { meetingId: before })
  await (
    await sign(before)
  )()
  const between = { ...matter('', { concernId: called, text: CALLED, channel: 'call' }), meetingId: null }
  await facilitator.must('raise-concern', between)
  await liveUntil(village, '2026-12-08')
  const meetingId = randomUUID()
  const agenda = [
    { agendaItemId: randomUUID(), title: LEFT, concernId: left },
    { agendaItemId: randomUUID(), title: CALLED, concernId: called },
  ]
  const about = { meetingId, format: 'pavilion-talk', title: '十二月凉亭夜话', onDay: '2026-12-08', agenda }
  await facilitator.must('plan-meeting', about)
  await facilitator.must('open-meeting', { meetingId })
  const { meeting } = await facilitator.room(meetingId)
  const phone = village.stranger()
  phone.placeId = (await phone.post('/api/sessions/join', { code: meeting.code, name: '李婶' })).body.placeId
  return { village, facilitator, recorder, phone, before, meetingId, left, called, sign }
}

const told = (concerns: readonly Concern[]) => concerns.map(({ text, state }) => [text, state])

test('a matter on the next evening’s agenda has its card there: at the desk, on phones and for its answer', async () => {
  const { facilitator, phone, before, meetingId, left, called } = await secondEvening()
  for (const one of [facilitator, phone])
    expect(told((await one.room(meetingId)).concerns)).toEqual([
      [LEFT, 'recorded'],
      [CALLED, 'recorded'],
    ])
  const live = await phone.listen({ meeting: meetingId, as: 'phone' })
  const desk = await facilitator.listen({ meeting: meetingId, as: 'desk' })
  const { seq } = await facilitator.must('answer-concern', { concernId: left, answer: '村集体出一半。' })
  await facilitator.must('decline-concern', { concernId: called, reason: '归交警管。' })
  for (const one of [live, desk]) {
    await expect.poll(() => one.upTo).toBeGreaterThanOrEqual(seq)
    await expect.poll(() => one.events.map(({ type }) => type)).toContain('concern-declined')
    expect(one.events.find(({ type }) => type === 'concern-answered')?.data).toMatchObject({
      ...{ concernId: left, meetingId: before, discussedAtId: meetingId },
    })
  }
  const room = await facilitator.room(meetingId)
  expect(told(room.concerns)).toEqual([
    [LEFT, 'answered'],
    [CALLED, 'declined'],
  ])
  expect(room.steps.map(({ kind, id }: { kind: string; id: string }) => [kind, id])).toEqual([
    ['outcome', left],
    ['outcome', called],
  ])
  await facilitator.must('take-back-outcome', { concernId: left })
  expect(told((await facilitator.room(meetingId)).concerns)[0]).toEqual([LEFT, 'recorded'])
})

test('what a phone or the desk judges of it while people talk is heard at that evening, by desk and phones', async () => {
  const { facilitator, recorder, phone, before, meetingId, left } = await secondEvening()
  await facilitator.must('answer-concern', { concernId: left, answer: '村集体出一半。' })
  const live = await phone.listen({ meeting: meetingId, as: 'phone' })
  const desk = await facilitator.listen({ meeting: meetingId, as: 'desk' })
  const about = { ratingId: randomUUID(), concernId: left, commitmentId: null }
  const said = { done: 'not', satisfied: 'not', word: null, witness: '王建国在场' }
  await recorder.must('note-rating', { ...about, ...said })
  for (const one of [live, desk]) {
    await expect.poll(() => one.events.map(({ type }) => type)).toContain('concern-reopened')
    const heard = one.events.filter(({ type }) => type === 'outcome-rated' || type === 'concern-reopened')
    expect(heard.map(({ data }) => data)).toMatchObject([
      { concernId: left, meetingId: before, discussedAtId: meetingId },
      { concernId: left, meetingId: before, discussedAtId: meetingId },
    ])
  }
  expect(told((await facilitator.room(meetingId)).concerns)[0]).toEqual([LEFT, 'reopened'])
})

test('a promise made there answers it, and dropped it leaves it open again', async () => {
  const { village, facilitator, phone, meetingId, left } = await secondEvening()
  const live = await phone.listen({ meeting: meetingId, as: 'phone' })
  const one = promise(village, { meetingId, concernId: left, dueOn: '2026-12-31' })
  const { commitmentId } = one
  await facilitator.must('record-commitment', one)
  await facilitator.must('read-back-commitment', { commitmentId })
  await facilitator.must('confirm-commitment', { commitmentId })
  await expect.poll(() => live.events.map(({ type }) => type)).toContain('concern-promised')
  expect(told((await phone.room(meetingId)).concerns)[0]).toEqual([LEFT, 'promised'])
  await facilitator.must('take-back-confirmation', { commitmentId })
  await facilitator.must('drop-commitment', { commitmentId })
  await expect.poll(() => live.events.map(({ type }) => type)).toContain('outcome-taken-back')
  expect(told((await phone.room(meetingId)).concerns)[0]).toEqual([LEFT, 'recorded'])
})

test('what was decided there stands in its signed minutes, and not in those of the evening before', async () => {
  const { village, facilitator, before, meetingId, left, called, sign } = await secondEvening()
  await facilitator.must('answer-concern', { concernId: left, answer: '村集体出一半。' })
  await facilitator.must('close-meeting', { meetingId })
  const signAsRecorder = await sign(meetingId)
  // One has signed what stands here.
  for (const [name, body] of [
    ['answer-concern', { concernId: called, answer: '设临时停车点。' }],
    ['take-back-outcome', { concernId: left }],
  ] as const)
    expect((await facilitator.command(name, body)).body).toMatchObject({ refused: 'minutes-half-signed' })
  await signAsRecorder()
  expect((await facilitator.command('take-back-outcome', { concernId: left })).body).toMatchObject({
    refused: 'minutes-signed',
  })
  await facilitator.must('answer-concern', { concernId: called, answer: '设临时停车点。' })
  const page = async (of: string) => {
    const answer = await village.stranger().get(`/public/${village.placeId}/minutes/${of}`)
    return String(answer.body)
  }
  const [signed, earlier] = [await page(meetingId), await page(before)]
  const [atSigning, since] = signed.split('签字以后')
  expect(atSigning).toContain('村集体出一半。')
  expect(atSigning).not.toContain('设临时停车点。')
  expect(since).toContain('设临时停车点。')
  expect(earlier).toContain(LEFT)
  expect(earlier.split('签字以后')[0]).not.toContain('村集体出一半。')
})

test('a matter that comes on the agenda while people talk comes with it; one settled before does not come back', async () => {
  const { village, facilitator, meetingId, before } = await secondEvening()
  const [later, settled] = [randomUUID(), randomUUID()]
  for (const concernId of [later, settled])
    await facilitator.must('raise-concern', {
      ...matter('', { concernId, text: `${concernId} 的事`, channel: 'call' }),
      meetingId: null,
    })
  await facilitator.must('answer-concern', { concernId: settled, answer: '早办了。' })
  const agendaItemId = randomUUID()
  await facilitator.must('put-on-agenda', { concernId: later, meetingId, agendaItemId })
  const texts = (await facilitator.room(meetingId)).concerns.map(({ text }: Concern) => text)
  expect(texts).toEqual([LEFT, CALLED, `${later} 的事`])
  expect((await facilitator.room(before)).concerns.map(({ text }: Concern) => text)).toEqual([LEFT])
  const { concerns } = await (await village.as('王建国')).room(meetingId)
  expect(concerns).toHaveLength(3)
})

test('a name that was not to be told stays so at the next evening, and what nobody has read is told once it is agreed', async () => {
  const { village, facilitator, phone, meetingId } = await secondEvening()
  const [masked, unread] = [randomUUID(), randomUUID()]
  const between = { meetingId: null, gridId: null, commentId: null, agendaItemId: null }
  await facilitator.must('raise-concern', {
    ...matter('', {
      concernId: masked,
      text: '低保名单怎么定',
      raisedBy: '孙桂兰',
      lane: 'masked',
      channel: 'visit',
    }),
    ...between,
  })
  await phone.must('raise-concern', {
    ...matter('', {
      concernId: unread,
      text: '祠堂的锁坏了',
      channel: 'form',
      raisedBy: '李婶',
      isAgreed: false,
    }),
    ...between,
  })
  const other = village.stranger()
  const { code } = (await facilitator.room(meetingId)).meeting
  other.placeId = (await other.post('/api/sessions/join', { code, name: '赵姐' })).body.placeId
  const heard = await other.listen({ meeting: meetingId, as: 'phone' })
  for (const concernId of [masked, unread])
    await facilitator.must('put-on-agenda', { concernId, meetingId, agendaItemId: randomUUID() })
  const texts = async () => (await other.room(meetingId)).concerns.map(({ text }: Concern) => text)
  expect(await texts()).toEqual([LEFT, CALLED, '低保名单怎么定'])
  await facilitator.must('agree-wording', { concernId: unread })
  const { seq } = await facilitator.must('answer-concern', { concernId: masked, answer: '名单贴在公示栏。' })
  await expect.poll(() => heard.upTo).toBeGreaterThanOrEqual(seq)
  expect(heard.events.find(({ type }) => type === 'concern-recorded')?.words).toMatchObject({
    text: '祠堂的锁坏了',
  })
  expect(await texts()).toContain('祠堂的锁坏了')
  const wall = await facilitator.read(`/api/places/${village.placeId}/meetings/${meetingId}/wall`)
  for (const one of [heard.frames, await other.room(meetingId), wall])
    expect(JSON.stringify(one)).not.toContain('孙桂兰')
  expect(JSON.stringify(await facilitator.room(meetingId))).toContain('孙桂兰')
})
