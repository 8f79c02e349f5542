import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Client } from '../support/client.ts'
import { openRecorder, type Recorder } from '../support/recorder.ts'
import { openEvening, openVillage, type Evening, type Village } from '../support/village.ts'

/** What the promise says. */
const WITHIN = { timeout: 2_000 }

let village: Village
let evening: Evening
let xiao: Client
let recorder: Recorder

beforeEach(async () => {
  village = await openVillage()
  evening = await openEvening(village)
  xiao = await village.as('陈晓')
  recorder = await openRecorder(xiao, evening.meetingId)
  onTestFinished(() => recorder.close())
})

const postOf = async (name: string): Promise<string> => {
  const { posts } = await evening.facilitator.read(`/api/places/${village.placeId}/roster`)
  return posts.find((post: { personId: string }) => post.personId === village.people[name]).id
}

test('whoever loses their post does not write any more, and hears as one of the hall', async () => {
  const desk = await xiao.listen({ meeting: evening.meetingId })
  const wall = await xiao.listen({ meeting: evening.meetingId, as: 'wall' })
  const other = await evening.facilitator.listen()
  await evening.facilitator.must('end-post', { postId: await postOf('陈晓') })
  await vi.waitFor(() => expect([recorder.closeCode, desk.closeCode]).toEqual([4410, 4410]), WITHIN)
  await expect(openRecorder(xiao, evening.meetingId)).rejects.toThrow('403')
  expect([wall.closeCode, other.closeCode]).toEqual([null, null])
})

test('whoever moves away loses post and seat', async () => {
  await evening.facilitator.must('move-person-away', { personId: village.people['陈晓'] })
  await vi.waitFor(() => expect(recorder.closeCode).toBe(4410), WITHIN)
})

test('whoever logs out is logged out on every window of that browser, and nobody else is', async () => {
  const desk = await xiao.listen()
  const elsewhere = await (await village.as('陈晓')).listen()
  const phone = await evening.phone('李婶')
  const listening = await phone.listen({ meeting: evening.meetingId, as: 'phone' })
  await xiao.send('DELETE', '/api/sessions')
  await vi.waitFor(() => expect([recorder.closeCode, desk.closeCode]).toEqual([4401, 4401]), WITHIN)
  expect([elsewhere.closeCode, listening.closeCode]).toEqual([null, null])
})

test('whoever gets another post comes back as who they are now', async () => {
  const before = await evening.facilitator.listen()
  await evening.facilitator.must('give-post', {
    postId: crypto.randomUUID(),
    personId: village.people['陈晓'],
    role: 'cadre',
    title: '会计',
  })
  await vi.waitFor(() => expect(recorder.closeCode).toBe(4410), WITHIN)
  const again = await openRecorder(xiao, evening.meetingId)
  onTestFinished(() => again.close())
  again.turn('李婶', '接着写')
  await again.saved()
  expect(before.closeCode).toBeNull()
})
