import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Client } from '../../support/running/client.ts'
import { promise, remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Evening, type Village } from '../../support/villages/village.ts'

/** Somebody who only knows a place's id: any browser is given a key for the opinion box. */
async function withKey(village: Village): Promise<Client> {
  const client = village.stranger()
  client.placeId = village.placeId
  expect(await client.post('/api/sessions/key', { placeId: village.placeId })).toMatchObject({ status: 200 })
  return client
}

const readsOf = ({ placeId }: Village, { meetingId }: Evening): readonly string[] =>
  ['room', 'room?as=phone', 'room?as=wall', 'wall', 'minutes', 'code.svg', ...OF_STAFF].map(
    (read) => `/api/places/${placeId}/meetings/${meetingId}/${read}`,
  )

const NOT_JOINED = { status: 403, body: { refused: 'meeting-not-joined' } }
/** Coming in by the code would not help: these are not told to villagers at all. */
const OF_STAFF: readonly string[] = ['late-edits', 'minutes/history']
const outside = (path: string) =>
  OF_STAFF.some((read) => path.endsWith(read))
    ? { status: 403, body: { refused: 'not-allowed' } }
    : NOT_JOINED

describe('an evening that is not published is for those who came in by its code, and for the place’s own', () => {
  test('a key for the opinion box opens no room, no wall and no minutes', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    const outsider = await withKey(village)
    for (const path of readsOf(village, evening))
      expect(await outsider.get(path)).toMatchObject(outside(path))
    const ticket = { placeId: village.placeId, meetingId: evening.meetingId }
    expect(await outsider.post('/api/tickets', ticket)).toMatchObject(outside('minutes/history'))
  })

  test('it hears nothing of the evening either, through whichever window', async () => {
    const village = await openVillage()
    const { meetingId } = await openEvening(village)
    const outsider = await withKey(village)
    for (const as of ['phone', 'wall', 'desk'] as const) {
      await expect(outsider.listen({ meeting: meetingId, as })).rejects.toThrow('403')
      await expect(outsider.listen({ as })).rejects.toThrow('403')
    }
  })

  test('a phone of another evening, and one that joined nowhere here, stay outside', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    const other = await openEvening(village)
    const neighbour = await other.phone('赵姐')
    for (const path of readsOf(village, evening))
      expect(await neighbour.get(path)).toMatchObject(outside(path))
    await expect(neighbour.listen({ meeting: evening.meetingId, as: 'phone' })).rejects.toThrow('403')
  })

  test('whether an evening exists is not told to those who may not follow it', async () => {
    const village = await openVillage()
    await openEvening(village)
    const outsider = await withKey(village)
    const path = `/api/places/${village.placeId}/meetings/${randomUUID()}/room`
    expect(await outsider.get(path)).toMatchObject(NOT_JOINED)
    const facilitator = await village.as('陈静')
    expect(await facilitator.get(path)).toMatchObject({ status: 404, body: { field: 'meetingId' } })
  })

  test('somebody who holds a post elsewhere only is no more than a stranger here', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    const mayor = await village.as('赵明')
    mayor.placeId = randomUUID()
    await mayor.must('found-place', { kind: 'village', name: '榕树城', parentId: village.townshipId })
    const personId = randomUUID()
    await mayor.must('add-person', { personId, name: '马芳', householdId: null })
    await mayor.must('give-post', { postId: randomUUID(), personId, role: 'facilitator', title: '主持人' })
    const login = { loginName: 'mafang', password: '榕树城的夜晚真的很凉' }
    await mayor.post('/api/logins', { placeId: mayor.placeId, personId, ...login })
    const elsewhere = village.stranger()
    await elsewhere.post('/api/sessions', login)
    elsewhere.placeId = village.placeId
    for (const path of readsOf(village, evening)) expect((await elsewhere.get(path)).status).toBe(403)
    await expect(elsewhere.listen({ meeting: evening.meetingId, as: 'wall' })).rejects.toThrow('403')
    await expect(elsewhere.listen()).rejects.toThrow('403')
  })

  test('who came in by the code reads, hears and sees the lines', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    const { placeId } = village
    const phone = await evening.phone('李婶')
    for (const read of ['room', 'wall', 'minutes', 'code.svg'])
      expect((await phone.get(`/api/places/${placeId}/meetings/${evening.meetingId}/${read}`)).status).toBe(
        200,
      )
    for (const as of ['phone', 'wall'] as const) {
      const listening = await phone.listen({ meeting: evening.meetingId, as })
      await expect.poll(() => listening.frames.map(({ kind }) => kind)).toContain('minutes')
    }
  })
})

describe('the code that opens the door', () => {
  test('is in no event, not even for those inside', async () => {
    const village = await openVillage()
    const evening = await openEvening(village)
    const { facilitator, meetingId, code } = evening
    await facilitator.must('close-meeting', { meetingId })
    await facilitator.must('reopen-meeting', { meetingId })
    const desk = await facilitator.listen()
    await expect.poll(() => desk.types).toContain('meeting-reopened')
    const rows = await village.context.database.reader
      .selectFrom('journal')
      .select(['type', 'data'])
      .execute()
    const spoken = rows.filter(({ type }) => type.startsWith('meeting-'))
    // Four digits may stand in an id by chance: what is looked for is the code as a value of its own.
    const asValue = new RegExp(`(?<![0-9a-f-])${code}(?![0-9a-f-])`)
    for (const told of [JSON.stringify(desk.events), JSON.stringify(spoken)])
      expect(told).not.toMatch(asValue)
    expect((await facilitator.room(meetingId)).meeting.code).toBe(code)
  })

  test('is taken out of events that an earlier version wrote down', async () => {
    const village = await openVillage()
    const { facilitator, meetingId } = await openEvening(village)
    await village.context.database.write((work) =>
      work
        .updateTable('journal')
        .set({ data: JSON.stringify({ meetingId, code: '5271' }) })
        .where('type', '=', 'meeting-opened')
        .execute(),
    )
    const desk = await facilitator.listen()
    await expect.poll(() => desk.types).toContain('meeting-opened')
    expect(desk.events.find(({ type }) => type === 'meeting-opened')?.data).toEqual({ meetingId })
  })

  test('stands in nothing that a stranger or a key for the box can read of the place', async () => {
    const village = await openVillage()
    const { facilitator, meetingId, code } = await openEvening(village)
    const spoken = promise(village, { meetingId })
    await facilitator.must('record-commitment', spoken)
    await facilitator.must('read-back-commitment', { commitmentId: spoken.commitmentId })
    await facilitator.must('confirm-commitment', { commitmentId: spoken.commitmentId })
    await facilitator.must('give-floor', { meetingId, speaker: '孙丽', personId: null })
    const { placeId } = village
    for (const client of [village.stranger(), await withKey(village)])
      for (const read of ['ledger', 'ratings', 'ladder', 'mine', 'figures', 'inbox', 'meetings']) {
        const { body } = await client.get(`/api/places/${placeId}/${read}`)
        const said = JSON.stringify(body.meetings ?? [])
        expect(said).not.toContain(code)
        expect(said).not.toContain('孙丽')
      }
    expect(JSON.stringify((await village.stranger().get(`/public/${placeId}`)).body)).not.toContain(code)
  })

  test('does not follow from the evening’s id alone', async () => {
    const meetingIds = [randomUUID(), randomUUID(), randomUUID()]
    const codes = []
    for (const village of [await openVillage(), await openVillage()]) {
      const facilitator = await village.as('陈静')
      for (const meetingId of meetingIds) {
        const plan = { meetingId, format: 'pavilion-talk', title: '夜话', onDay: '2026-11-22', agenda: [] }
        await facilitator.must('plan-meeting', plan)
        await facilitator.must('open-meeting', { meetingId })
        codes.push((await facilitator.room(meetingId)).meeting.code)
      }
    }
    expect(codes.slice(0, 3)).not.toEqual(codes.slice(3))
  })
})

describe('a wall is nobody’s, whoever is logged in on its browser', () => {
  test('it does not show the name that the recorder typed for somebody who asked to stay unnamed', async () => {
    const village = await openVillage()
    const { facilitator, meetingId } = await openEvening(village)
    const recorder = await village.as('陈晓')
    const wall = await recorder.listen({ meeting: meetingId, as: 'wall' })
    const said = remark(meetingId, {
      ...{ text: '我在桥边摔过一跤。', lane: 'masked', channel: 'staff', name: '李秀英' },
    })
    await recorder.must('post-comment', said)
    await facilitator.must('show-comment', { commentId: said.commentId })
    await expect.poll(() => JSON.stringify(wall.frames)).toContain('我在桥边摔过一跤。')
    const path = `/api/places/${village.placeId}/meetings/${meetingId}`
    const seen = [
      wall.frames,
      await recorder.read(`${path}/wall`),
      await recorder.read(`${path}/room?as=wall`),
    ]
    for (const one of seen) {
      expect(JSON.stringify(one)).toContain('我在桥边摔过一跤。')
      expect(JSON.stringify(one)).not.toContain('李秀英')
      expect(JSON.stringify(one)).not.toContain(village.people['陈晓'])
    }
  })

  test('nor what whoever joined on it wrote and nobody has shown', async () => {
    const village = await openVillage()
    const { meetingId, ...evening } = await openEvening(village)
    const hall = await evening.phone(null)
    const wall = await hall.listen({ meeting: meetingId, as: 'wall' })
    const held = remark(meetingId, { text: '还没上墙的话', channel: 'wall' })
    await hall.must('post-comment', held)
    const shown = remark(meetingId, { text: '上墙的话', lane: 'masked', name: '李秀英', channel: 'wall' })
    await hall.must('post-comment', shown)
    await evening.facilitator.must('show-comment', { commentId: shown.commentId })
    await expect.poll(() => JSON.stringify(wall.frames)).toContain('上墙的话')
    const room = await hall.read(`/api/places/${village.placeId}/meetings/${meetingId}/room?as=wall`)
    for (const one of [wall.frames, room]) {
      expect(JSON.stringify(one)).not.toContain('还没上墙的话')
      expect(JSON.stringify(one)).not.toContain('李秀英')
    }
  })
})
