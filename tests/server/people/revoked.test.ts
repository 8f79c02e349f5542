import type {} from '@fastify/websocket'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { loadMinutes } from '../../../server/minutes/document/updates.ts'
import type { Client } from '../../support/running/client.ts'
import { openRecorder, type Recorder } from '../../support/peers/recorder.ts'
import {
  openEvening,
  openVillage,
  secondNode,
  type Evening,
  type Village,
} from '../../support/villages/village.ts'

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

test('whoever loses their post does not write any more, and hears nothing of an evening they did not join', async () => {
  const desk = await xiao.listen({ meeting: evening.meetingId })
  const wall = await xiao.listen({ meeting: evening.meetingId, as: 'wall' })
  const other = await evening.facilitator.listen()
  await evening.facilitator.must('end-post', { postId: await postOf('陈晓') })
  const told = () => [recorder.closeCode, desk.closeCode, wall.closeCode]
  await vi.waitFor(() => expect(told()).toEqual([4410, 4410, 4410]), WITHIN)
  await expect(openRecorder(xiao, evening.meetingId)).rejects.toThrow('403')
  for (const as of ['desk', 'wall'] as const)
    await expect(xiao.listen({ meeting: evening.meetingId, as })).rejects.toThrow('403')
  expect(other.closeCode).toBeNull()
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

test('a new password sends away whoever was in with the old one, and keeps the window where it was set', async () => {
  const old = await (await village.as('陈晓')).listen()
  const kept = await xiao.listen()
  const login = {
    personId: village.people['陈晓'],
    loginName: 'chenxiao',
    password: 'another-2026',
    oldPassword: 'chenxiao-2026',
  }
  const answer = await xiao.post('/api/logins', { placeId: village.placeId, ...login })
  expect(answer.status).toBe(200)
  await vi.waitFor(() => expect(old.closeCode).toBe(4401), WITHIN)
  expect(kept.closeCode).toBeNull()
})

test('a phone that leaves the evening hears nothing more, and the phone beside it does', async () => {
  const [leaving, staying] = [await evening.phone('李婶'), await evening.phone()]
  const seat = { meeting: evening.meetingId, as: 'phone' } as const
  const [left, right] = [await leaving.listen(seat), await staying.listen(seat)]
  await leaving.send('DELETE', '/api/sessions')
  await vi.waitFor(() => expect(left.closeCode).toBe(4401), WITHIN)
  expect(right.closeCode).toBeNull()
})

test('a phone that logs in comes back as who it is now, and is not called logged out', async () => {
  const phone = await evening.phone('陈晓')
  const listening = await phone.listen({ meeting: evening.meetingId, as: 'phone' })
  const answer = await phone.post('/api/sessions', { loginName: 'chenxiao', password: 'chenxiao-2026' })
  expect(answer.status).toBe(200)
  await vi.waitFor(() => expect(listening.closeCode).toBe(4410), WITHIN)
})

test('what happens at one node is felt at the other', async () => {
  const far = await secondNode(village)
  const { cookie, placeId } = xiao
  const there = await openRecorder({ url: far, cookie, placeId }, evening.meetingId)
  onTestFinished(() => there.close())
  await xiao.send('DELETE', '/api/sessions')
  await vi.waitFor(() => expect(there.closeCode).toBe(4401), WITHIN)
  expect(there.refusals).toEqual([{ refused: 'not-logged-in' }])
})

test('whoever does not hear the farewell is cut off all the same', async () => {
  recorder.turn('李婶', '一')
  await recorder.saved()
  recorder.socket.pause()
  await xiao.send('DELETE', '/api/sessions')
  const { clients } = village.app.websocketServer
  await vi.waitFor(() => expect([...clients].every(({ readyState }) => readyState > 1)).toBe(true), WITHIN)
  recorder.turn('李婶', '二')
  await vi.waitFor(() => expect(clients.size).toBe(0), { timeout: 20_000 })
  const { doc } = await loadMinutes(village.context.database.reader, evening.meetingId)
  expect(doc.getXmlFragment('minutes').toString()).not.toContain('二')
})

test('a phone that was cut off hears nothing more of what the other one said, with its socket open all the while', async () => {
  const [giver, linked] = [await evening.phone('李婶'), await evening.phone('赵姐')]
  const { body } = await giver.post(`/api/places/${village.placeId}/claim-code`, undefined)
  await linked.post(`/api/places/${village.placeId}/claims`, { code: body.code })
  const phones = `/api/places/${village.placeId}/phones`
  const socket = await linked.listen({ meeting: evening.meetingId, as: 'phone' })
  const own = await giver.listen({ meeting: evening.meetingId, as: 'phone' })
  const [other] = (await giver.read(phones)).phones
  expect((await giver.post(`${phones}/${other.id}/cut-off`, undefined)).status).toBe(200)
  await vi.waitFor(() => expect(socket.closeCode).toBe(4410), WITHIN)
  expect(own.closeCode).toBeNull()
  const again = await linked.listen({ meeting: evening.meetingId, as: 'phone' })
  expect(again.closeCode).toBeNull()
})
