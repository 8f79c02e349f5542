import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { MineView } from '../../../shared/ledger/mine.ts'
import type { Client } from '../../support/running/client.ts'
import { matter } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'
import { liveUntil } from '../../support/villages/weeks.ts'

const words = (over: object = {}) =>
  matter('', {
    ...{ meetingId: null, channel: 'form', isAgreed: false, raisedBy: null, lane: 'masked' },
    text: '桥头的井盖翘起来了',
    ...over,
  })

/** A phone that opened the box's page; it has a key once it has something to say. */
async function phoneAt(village: Village): Promise<Client> {
  const phone = village.stranger()
  phone.placeId = village.placeId
  const { status } = await phone.post('/api/sessions/key', { placeId: village.placeId })
  expect(status).toBe(200)
  return phone
}
const mineOf = (phone: Client): Promise<MineView> => phone.read(`/api/places/${phone.placeId}/mine`)
const nobody = (village: Village): Client => Object.assign(village.stranger(), { placeId: village.placeId })

test('words in the opinion box are the raiser’s and the staff’s until their wording is recorded', async () => {
  const village = await openVillage()
  const phone = await phoneAt(village)
  const said = words()
  expect((await nobody(village).command('raise-concern', said)).body.refused).toBe('not-logged-in')
  const id = randomUUID()
  for (let times = 0; times < 2; times++)
    expect((await phone.command('raise-concern', said, id)).status).toBe(200)
  expect((await mineOf(phone)).matters).toMatchObject([
    { concern: { text: said.text, state: 'raised', channel: 'form', lane: 'masked' }, questions: [] },
  ])
  const path = `/api/places/${village.placeId}/matters/${said.concernId}`
  const others = [nobody(village), await phoneAt(village)]
  for (const other of others) {
    expect((await other.get(path)).status).toBe(404)
    expect(await mineOf(other)).toMatchObject({ matters: [] })
    expect((await other.get(`/api/places/${village.placeId}/inbox`)).status).toBeGreaterThan(400)
  }
  expect((await phone.command('agree-wording', { concernId: said.concernId })).body.refused).toBe(
    'not-allowed',
  )
  const facilitator = await village.as('陈静')
  const inbox = await facilitator.read(`/api/places/${village.placeId}/inbox`)
  expect(inbox.concerns).toMatchObject([{ text: said.text, state: 'raised' }])
  await facilitator.must('agree-wording', { concernId: said.concernId })
  expect(await others[0]!.read(path)).toMatchObject({ concern: { text: said.text, raisedById: null } })
})

test('whoever reads their matters during an evening finds the way back to it, until it is closed', async () => {
  const village = await openVillage()
  const { facilitator, phone, meetingId } = await openEvening(village)
  const [sitting, outside] = [await phone('李婶'), await phoneAt(village)]
  expect((await mineOf(sitting)).evening).toEqual({ id: meetingId, title: '十一月凉亭夜话' })
  expect((await mineOf(outside)).evening).toBeNull()
  await facilitator.must('close-meeting', { meetingId })
  expect((await mineOf(sitting)).evening).toBeNull()
})

/** Somebody who holds a post at the village and is not of its staff. */
async function representative(village: Village): Promise<Client> {
  const facilitator = await village.as('陈静')
  const personId = randomUUID()
  await facilitator.must('add-person', { personId, name: '何平', householdId: null })
  const post = { postId: randomUUID(), personId, role: 'representative', title: '村民代表' }
  await facilitator.must('give-post', post)
  const login = { loginName: 'heping', password: '桥头的风很大二零二六' }
  const { placeId } = village
  expect((await facilitator.post('/api/logins', { placeId, personId, ...login })).status).toBe(200)
  const client = Object.assign(village.stranger(), { placeId })
  expect((await client.post('/api/sessions', login)).status).toBe(200)
  return client
}

test('whoever listens outside hears of it whole when it is recorded, and never who it was', async () => {
  const village = await openVillage()
  const phone = await phoneAt(village)
  const [told, kept] = [words({ raisedBy: '李婶' }), words({ text: '这句收回' })]
  // A key of the box is no seat; whoever holds a post without being of the staff hears what is public.
  await expect((await phoneAt(village)).listen()).rejects.toThrow('403')
  const outside = await (await representative(village)).listen()
  for (const one of [told, kept]) await phone.must('raise-concern', one)
  await phone.must('withdraw-concern', { concernId: kept.concernId })
  const facilitator = await village.as('陈静')
  await facilitator.must('reword-concern', {
    concernId: told.concernId,
    text: '桥头井盖翘了',
    isAgreed: false,
  })
  await facilitator.must('reword-concern', {
    concernId: told.concernId,
    text: '桥头井盖翘起',
    isAgreed: true,
  })
  await expect.poll(() => outside.types).toContain('concern-recorded')
  const [recorded] = outside.events.filter(({ type }) => type === 'concern-recorded')
  expect(recorded).toMatchObject({
    words: { text: '桥头井盖翘起', raisedBy: null },
    data: { held: { channel: 'form', raisedById: null } },
  })
  const heard = JSON.stringify(outside.frames)
  for (const secret of ['李婶', '这句收回', '桥头的井盖', '桥头井盖翘了']) expect(heard).not.toContain(secret)
  expect(heard).not.toContain((await phone.read('/api/me')).actor.id)
})

test('the same phone is known at the evening and after it', async () => {
  const village = await openVillage()
  const phone = await phoneAt(village)
  await phone.must('raise-concern', words())
  const before = (await phone.read('/api/me')).actor.id
  const { code, meetingId } = await openEvening(village)
  await phone.post('/api/sessions/join', { code, name: '李婶' })
  expect((await phone.read('/api/me')).actor).toMatchObject({ id: before, meetingId, name: '李婶' })
  expect((await mineOf(phone)).matters).toHaveLength(1)
  // Opening the page of the box does not take the seat away.
  await phone.post('/api/sessions/key', { placeId: village.placeId })
  expect((await phone.read('/api/me')).actor).toMatchObject({ id: before, meetingId })
})

test('whoever raised it is asked, judges it, thinks again once, and "not" opens it again', async () => {
  const village = await openVillage()
  const phone = await phoneAt(village)
  const { concernId } = await phone.must('raise-concern', words()).then(async () => {
    const [{ concern } = { concern: { id: '' } }] = (await mineOf(phone)).matters
    return { concernId: concern.id }
  })
  const facilitator = await village.as('陈静')
  await facilitator.must('agree-wording', { concernId })
  await facilitator.must('answer-concern', { concernId, answer: '明天换井盖。' })
  expect((await mineOf(phone)).matters[0]!.questions).toMatchObject([{ concernId, asking: 0, given: null }])
  await liveUntil(village, '2026-11-25')
  expect((await mineOf(phone)).matters[0]!.questions).toMatchObject([{ concernId, asking: 1 }])
  const ratingId = randomUUID()
  const good = { done: 'done', satisfied: 'acceptable', word: null }
  await phone.must('rate-outcome', { ratingId, concernId, commitmentId: null, ...good })
  expect((await mineOf(phone)).matters[0]!.questions).toMatchObject([
    { given: { id: ratingId, satisfied: 'acceptable' }, changeUntil: '2026-12-02' },
  ])
  const bad = { done: 'not', satisfied: 'not', word: '又翘了' }
  await phone.must('change-rating', { ratingId, ...bad })
  const [after] = (await mineOf(phone)).matters
  expect(after).toMatchObject({ concern: { state: 'reopened' }, questions: [] })
  const again = await phone.command('change-rating', { ratingId, ...good })
  expect(again.body.refused).toBe('rating-took-effect')
})

test('one phone puts in ten a day, and many phones behind one address are nobody’s flood', async () => {
  const village = await openVillage()
  const phone = await phoneAt(village)
  for (let n = 0; n < 10; n++) await phone.must('raise-concern', words({ text: `第${n}件` }))
  expect((await phone.command('raise-concern', words())).body).toMatchObject({
    refused: 'too-many-today',
    limit: 10,
  })
  for (let n = 0; n < 40; n++) await (await phoneAt(village)).must('raise-concern', words())
  await liveUntil(village, '2026-11-24')
  await phone.must('raise-concern', words())
})

test('a name that is to be shown is there, and nobody agrees to their own unread words', async () => {
  const village = await openVillage()
  const phone = await phoneAt(village)
  const refused = async (over: object) => (await phone.command('raise-concern', words(over))).body
  expect(await refused({ lane: 'open' })).toMatchObject({ refused: 'field-missing', field: 'raisedBy' })
  expect(await refused({ isAgreed: true })).toMatchObject({ refused: 'field-wrong', field: 'isAgreed' })
  expect(await refused({ gridId: randomUUID() })).toMatchObject({ refused: 'not-found', field: 'gridId' })
  expect(await refused({ channel: 'call' })).toMatchObject({ refused: 'not-allowed' })
  const facilitator = await village.as('陈静')
  const gridId = randomUUID()
  await facilitator.must('draw-grid', { gridId, name: '东头' })
  await phone.must('raise-concern', words({ lane: 'open', raisedBy: '李婶', gridId }))
  expect((await mineOf(phone)).matters[0]).toMatchObject({ concern: { raisedBy: '李婶', gridId } })
})
