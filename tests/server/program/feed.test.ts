import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Client } from '../../support/running/client.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

async function say(
  phone: Client,
  meetingId: string,
  text: string,
  lane = 'open',
  name: string | null = '李婶',
) {
  const commentId = randomUUID()
  await phone.must('post-comment', { commentId, meetingId, text, lane, channel: 'phone', name })
  return commentId
}

test('a listener hears every event once and in order, whenever it came', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const early = await evening.facilitator.listen()
  const phone = await evening.phone('李婶')
  for (let n = 0; n < 30; n++) await say(phone, evening.meetingId, `第${n}句`)
  const late = await evening.facilitator.listen()
  const half = await evening.facilitator.listen({ since: 20 })
  for (let n = 30; n < 40; n++) await say(phone, evening.meetingId, `第${n}句`)
  const { seq } = await phone.must('post-comment', {
    commentId: randomUUID(),
    meetingId: evening.meetingId,
    text: '最后一句',
    lane: 'open',
    channel: 'phone',
    name: null,
  })
  for (const [listening, first] of [
    [early, 1],
    [late, 1],
    [half, 21],
  ] as const) {
    await expect.poll(() => listening.upTo).toBe(seq)
    const seqs = listening.events.map((event) => event.seq)
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
    expect(new Set(seqs).size).toBe(seqs.length)
    expect(seqs[0]).toBeGreaterThanOrEqual(first)
    expect(listening.types.filter((type) => type === 'comment-posted').length).toBeGreaterThan(20)
  }
  expect(early.events.map(({ seq: at }) => at)).toEqual(late.events.map(({ seq: at }) => at))
})

test('a held comment is heard by the facilitator and its author, by nobody else', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const [author, neighbour] = [await evening.phone('李婶'), await evening.phone('赵姐')]
  const { meetingId } = evening
  const desk = await evening.facilitator.listen()
  const own = await author.listen({ meeting: meetingId, as: 'phone' })
  const other = await neighbour.listen({ meeting: meetingId, as: 'phone' })
  const commentId = await say(author, meetingId, '桥头那盏最要紧。')
  await expect.poll(() => desk.types).toContain('comment-posted')
  await expect.poll(() => own.types).toContain('comment-posted')
  await evening.facilitator.must('show-comment', { commentId })
  await expect.poll(() => other.types).toContain('comment-shown')
  expect(other.types).not.toContain('comment-posted')
  expect(other.events.find(({ type }) => type === 'comment-shown')?.words).toMatchObject({
    text: '桥头那盏最要紧。',
    name: '李婶',
  })
})

test('a name that was not to be written reaches no other phone and no wall', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { meetingId } = evening
  const [author, neighbour] = [await evening.phone('李婶'), await evening.phone('赵姐')]
  const wall = await neighbour.listen({ meeting: meetingId, as: 'wall' })
  const desk = await evening.facilitator.listen()
  const commentId = await say(author, meetingId, '我在桥边摔过一跤。', 'masked', '李秀英')
  await evening.facilitator.must('show-comment', { commentId })
  await expect.poll(() => wall.types).toContain('comment-shown')
  await expect.poll(() => desk.types).toContain('comment-shown')
  expect(JSON.stringify(wall.frames)).not.toContain('李秀英')
  expect(JSON.stringify(wall.frames)).toContain('我在桥边摔过一跤。')
  expect(JSON.stringify(await neighbour.room(meetingId))).not.toContain('李秀英')
  expect(JSON.stringify(desk.frames)).toContain('李秀英')
  expect(JSON.stringify(wall.frames)).not.toContain(
    JSON.stringify((await author.room(meetingId)).comments[0].authorId),
  )
})

test('phones are counted for everybody, and the count is the heartbeat', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { meetingId } = evening
  for (const name of ['李婶', '赵姐', null]) {
    const phone = await evening.phone(name)
    await phone.listen({ meeting: meetingId, as: 'phone' })
  }
  const desk = await evening.facilitator.listen({ meeting: meetingId })
  await expect
    .poll(() => desk.frames.filter(({ kind }) => kind === 'here').at(-1), { timeout: 20_000 })
    .toEqual({ kind: 'here', phones: 3 })
})

test('a stranger hears nothing', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const stranger = village.stranger()
  stranger.placeId = village.placeId
  await expect(stranger.listen({ meeting: evening.meetingId, as: 'phone' })).rejects.toThrow('401')
  expect(
    (await stranger.get(`/api/places/${village.placeId}/meetings/${evening.meetingId}/room`)).status,
  ).toBe(401)
})

test('a wall in the facilitator’s own browser shows no more than the hall may see', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { meetingId, facilitator } = evening
  const phone = await evening.phone('李婶')
  const wall = await facilitator.listen({ meeting: meetingId, as: 'wall' })
  const held = await say(phone, meetingId, '还没上墙的话')
  const shown = await say(phone, meetingId, '桥边摔过一跤', 'masked', '李秀英')
  await facilitator.must('show-comment', { commentId: shown })
  await expect.poll(() => wall.types).toContain('comment-shown')
  const room = await facilitator.read(`/api/places/${village.placeId}/meetings/${meetingId}/room?as=wall`)
  for (const seen of [JSON.stringify(wall.frames), JSON.stringify(room)]) {
    expect(seen).not.toContain('李秀英')
    expect(seen).not.toContain(held)
  }
})
