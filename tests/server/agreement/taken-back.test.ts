import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { undoneWithin } from '../../../server/journal/undone.ts'
import { replacedWithin } from '../../../server/journal/replaced.ts'
import type { RecordedEvent } from '../../../shared/kernel/event.ts'
import { matter, promise, remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

test('a phone that hears the evening from its beginning is not told what was withdrawn or taken down', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { facilitator, meetingId } = evening
  const author = await evening.phone('李婶')
  const say = async (text: string): Promise<string> => {
    const one = remark(meetingId, { text })
    await author.must('post-comment', one)
    await facilitator.must('show-comment', { commentId: one.commentId })
    return one.commentId
  }
  const [withdrawn, down, again] = [
    await say('后来收回的话'),
    await say('后来撤下的话'),
    await say('又挂上的话'),
  ]
  await author.must('withdraw-comment', { commentId: withdrawn })
  await facilitator.must('hold-comment', { commentId: down })
  await facilitator.must('hold-comment', { commentId: again })
  await facilitator.must('show-comment', { commentId: again })
  const { seq } = await facilitator.must('clear-floor', { meetingId })

  const neighbour = await (await evening.phone('赵姐')).listen({ meeting: meetingId, as: 'phone' })
  const wall = await facilitator.listen({ meeting: meetingId, as: 'wall' })
  const desk = await facilitator.listen()
  const own = await author.listen({ meeting: meetingId, as: 'phone' })
  const cadre = await (await village.as('王建国')).listen()
  const supervision = await (await village.as('周志强')).listen()
  for (const one of [neighbour, wall, desk, own, cadre, supervision])
    await expect.poll(() => one.upTo).toBeGreaterThanOrEqual(seq)
  for (const one of [neighbour, wall, cadre]) {
    expect(JSON.stringify(one.frames)).not.toContain('后来')
    expect(JSON.stringify(one.frames)).toContain('又挂上的话')
  }
  for (const one of [desk, own, supervision]) {
    expect(JSON.stringify(one.frames)).not.toContain('后来收回的话')
    expect(JSON.stringify(one.frames)).toContain('后来撤下的话')
    expect(one.events.map(({ type }) => type)).toContain('comment-withdrawn')
  }
})

test('nor a matter that was withdrawn, nor a promise that was read back and then put otherwise or dropped', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { facilitator, meetingId } = evening
  const author = await evening.phone('李婶')
  const comment = remark(meetingId, { text: '井水有味道' })
  await author.must('post-comment', comment)
  const concernId = randomUUID()
  await facilitator.must('raise-concern', {
    ...{ concernId, meetingId, channel: 'meeting', commentId: comment.commentId, agendaItemId: null },
    ...{ text: '后来撤回的事', raisedBy: null, lane: 'open', gridId: null, isAgreed: true },
  })
  await author.must('withdraw-concern', { concernId })
  const dropped = promise(village, { meetingId, measure: '后来不算的办法' })
  await facilitator.must('record-commitment', dropped)
  await facilitator.must('read-back-commitment', { commitmentId: dropped.commitmentId })
  const { seq } = await facilitator.must('drop-commitment', { commitmentId: dropped.commitmentId })

  const neighbour = await (await evening.phone('赵姐')).listen({ meeting: meetingId, as: 'phone' })
  const desk = await facilitator.listen()
  for (const one of [neighbour, desk]) await expect.poll(() => one.upTo).toBeGreaterThanOrEqual(seq)
  expect(JSON.stringify(neighbour.frames)).not.toContain('后来')
  expect(JSON.stringify(desk.frames)).not.toContain('后来撤回的事')
  expect(JSON.stringify(desk.frames)).toContain('后来不算的办法')

  const other = await evening.phone('王姐')
  const reads = [
    await other.room(meetingId),
    await facilitator.read(`/api/places/${village.placeId}/meetings/${meetingId}/wall`),
  ]
  for (const read of reads) expect(JSON.stringify(read)).not.toContain('后来')
  for (const one of [author, facilitator]) {
    const { concerns } = await one.room(meetingId)
    expect(concerns).toMatchObject([{ state: 'withdrawn', text: '', raisedBy: null }])
  }
})

test('a promise that was dropped is in nobody’s story of its matter, until the drop is taken back', async () => {
  const village = await openVillage()
  const { facilitator, meetingId } = await openEvening(village)
  const cadre = await village.as('王建国')
  const asked = matter(meetingId, { text: '水渠堵了' })
  await facilitator.must('raise-concern', asked)
  const slip = promise(village, { meetingId, concernId: asked.concernId, measure: '后来不算的办法' })
  await facilitator.must('record-commitment', slip)
  await facilitator.must('read-back-commitment', { commitmentId: slip.commitmentId })
  const story = async (): Promise<string> =>
    JSON.stringify((await cadre.read(`/api/places/${village.placeId}/matters/${asked.concernId}`)).events)
  expect(await story()).toContain('后来不算的办法')
  await facilitator.must('drop-commitment', { commitmentId: slip.commitmentId })
  expect(await story()).not.toContain('后来不算的办法')
  await facilitator.must('restore-commitment', { commitmentId: slip.commitmentId })
  expect(await story()).toContain('后来不算的办法')
})

test('what was shown and taken down before one frame went out is not in that frame', () => {
  const happened = (...types: string[]) =>
    types.map((type, at) => ({ type, seq: at + 1, data: { commentId: 'c' } }) as unknown as RecordedEvent)
  const undone = (...types: string[]) => [...undoneWithin(happened(...types))].sort()
  expect(undone('comment-shown', 'comment-held')).toEqual([1])
  expect(undone('comment-posted', 'comment-shown', 'comment-withdrawn')).toEqual([1, 2])
  expect(undone('comment-shown', 'comment-held', 'comment-shown')).toEqual([])
  expect(undone('comment-shown')).toEqual([])
  const other = { type: 'comment-held', seq: 9, data: { commentId: 'd' } } as unknown as RecordedEvent
  expect(undoneWithin([...happened('comment-shown'), other]).size).toBe(0)
})

test('a matter that was put in other words is told in these, also to whoever hears it from the beginning', async () => {
  const village = await openVillage()
  const { facilitator, meetingId, agenda, phone } = await openEvening(village)
  const author = await phone('李婶')
  const comment = remark(meetingId, { text: '王大柱家的狗咬人' })
  await author.must('post-comment', comment)
  const raised = matter(meetingId, { text: '从前的话：王大柱家的狗咬人', commentId: comment.commentId })
  await facilitator.must('raise-concern', raised)
  const { concernId } = raised
  await facilitator.must('reword-concern', { concernId, text: '从前的话：老王家的狗', isAgreed: true })
  await facilitator.must('reword-concern', { concernId, text: '村里的狗没拴', isAgreed: true })
  await facilitator.must('rename-agenda-item', { meetingId, agendaItemId: agenda[0], title: '从前的题' })
  await facilitator.must('rename-agenda-item', { meetingId, agendaItemId: agenda[0], title: '养狗的事' })
  await facilitator.must('rename-meeting', { meetingId, title: '从前的会' })
  const { seq } = await facilitator.must('rename-meeting', { meetingId, title: '冬月夜话' })

  const neighbour = await (await phone('赵姐')).listen({ meeting: meetingId, as: 'phone' })
  const own = await author.listen({ meeting: meetingId, as: 'phone' })
  const wall = await facilitator.listen({ meeting: meetingId, as: 'wall' })
  const desk = await facilitator.listen()
  for (const one of [neighbour, own, wall, desk])
    await expect.poll(() => one.upTo).toBeGreaterThanOrEqual(seq)
  for (const one of [neighbour, own, wall]) {
    expect(JSON.stringify(one.frames)).not.toContain('从前')
    for (const words of ['村里的狗没拴', '养狗的事', '冬月夜话'])
      expect(JSON.stringify(one.frames)).toContain(words)
  }
  expect(JSON.stringify(desk.frames)).toContain('从前的话：王大柱家的狗咬人')
  expect(JSON.stringify(neighbour.frames)).not.toContain('王大柱')
})

test('nor an answer, a report or the reason of an erratum that were taken back', async () => {
  const village = await openVillage()
  const { facilitator, meetingId, phone } = await openEvening(village)
  const recorder = await village.as('陈晓')
  const answered = matter(meetingId)
  await facilitator.must('raise-concern', answered)
  const about = { concernId: answered.concernId }
  await facilitator.must('answer-concern', { ...about, answer: '收回的答复' })
  await facilitator.must('take-back-outcome', about)
  await facilitator.must('answer-concern', { ...about, answer: '算数的答复' })
  const spoken = promise(village, { meetingId })
  await facilitator.must('record-commitment', spoken)
  const { commitmentId } = spoken
  await facilitator.must('read-back-commitment', { commitmentId })
  await facilitator.must('confirm-commitment', { commitmentId })
  await recorder.must('report-done', { commitmentId, report: '收回的办结' })
  await recorder.must('take-back-report', { commitmentId })
  const { seq } = await recorder.must('report-done', { commitmentId, report: '算数的办结' })

  const neighbour = await (await phone('赵姐')).listen({ meeting: meetingId, as: 'phone' })
  const desk = await facilitator.listen()
  for (const one of [neighbour, desk]) await expect.poll(() => one.upTo).toBeGreaterThanOrEqual(seq)
  const heard = JSON.stringify(neighbour.frames)
  expect(heard).not.toContain('收回的')
  for (const words of ['算数的答复', '算数的办结']) expect(heard).toContain(words)
  for (const words of ['收回的答复', '收回的办结']) expect(JSON.stringify(desk.frames)).toContain(words)
})

test('what one frame says twice it says in the words that stand', () => {
  const event = (seq: number, type: string, data: object, words: object): RecordedEvent =>
    ({ ...{ seq, type, data, words } }) as unknown as RecordedEvent
  const batch = [
    event(1, 'concern-raised', { concernId: 'c' }, { text: '从前', raisedBy: '李婶' }),
    event(2, 'concern-recorded', { concernId: 'c' }, {}),
    event(3, 'concern-reworded', { concernId: 'c' }, { text: '中间' }),
    event(4, 'concern-reworded', { concernId: 'c' }, { text: '如今' }),
    event(5, 'concern-raised', { concernId: 'd' }, { text: '别的' }),
  ]
  expect([...replacedWithin(batch)].sort()).toEqual([
    [1, { text: '如今', raisedBy: '李婶' }],
    [3, { text: '如今' }],
  ])
  const told = (...types: string[]) => types.map((type, at) => event(at + 1, type, { commitmentId: 'p' }, {}))
  const undone = (...types: string[]) => [...undoneWithin(told(...types))].sort()
  expect(undone('commitment-read-back', 'commitment-amended', 'commitment-read-back')).toEqual([1])
  expect(undone('commitment-done', 'report-taken-back', 'commitment-done')).toEqual([1])
  expect(undone('commitment-done', 'commitment-done')).toEqual([])
})
