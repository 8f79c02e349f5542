import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { undoneWithin } from '../../server/realtime/undone.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import { promise, remark } from '../support/stage.ts'
import { openEvening, openVillage } from '../support/village.ts'

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
  for (const one of [neighbour, wall, desk, own])
    await expect.poll(() => one.upTo).toBeGreaterThanOrEqual(seq)
  for (const one of [neighbour, wall]) {
    expect(JSON.stringify(one.frames)).not.toContain('后来')
    expect(JSON.stringify(one.frames)).toContain('又挂上的话')
  }
  for (const one of [desk, own]) expect(JSON.stringify(one.frames)).toContain('后来收回的话')
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
  for (const words of ['后来撤回的事', '后来不算的办法']) expect(JSON.stringify(desk.frames)).toContain(words)

  const other = await evening.phone('王姐')
  const reads = [
    await other.room(meetingId),
    await facilitator.read(`/api/places/${village.placeId}/meetings/${meetingId}/wall`),
  ]
  for (const read of reads) expect(JSON.stringify(read)).not.toContain('后来')
  expect(JSON.stringify(await author.room(meetingId))).toContain('后来撤回的事')
  expect(JSON.stringify(await facilitator.room(meetingId))).toContain('后来撤回的事')
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
