import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import type { MineView } from '../../../shared/ledger/mine.ts'
import { MAX_CLAIMS_BY_ADDRESS } from '../../../shared/people/log-in/claim.ts'
import { Client } from '../../support/running/client.ts'
import { matter } from '../../support/villages/stage.ts'
import { openEvening, openVillage, secondNode, type Village } from '../../support/villages/village.ts'
import { liveUntil } from '../../support/villages/weeks.ts'

const boxWords = (over: object = {}) =>
  matter('', {
    ...{ meetingId: null, channel: 'form', isAgreed: false, raisedBy: null, lane: 'masked' },
    text: '桥头的井盖翘起来了',
    ...over,
  })
const newPhone = (village: Village): Client => Object.assign(village.stranger(), { placeId: village.placeId })
const withKey = async (village: Village): Promise<Client> => {
  const phone = newPhone(village)
  await phone.post('/api/sessions/key', { placeId: village.placeId })
  return phone
}
const mineOf = (phone: Client): Promise<MineView> => phone.read(`/api/places/${phone.placeId}/mine`)
const codeOf = async (phone: Client): Promise<string> =>
  (await phone.post(`/api/places/${phone.placeId}/claim-code`, undefined)).body.code
const typeIn = (phone: Client, code: string) => phone.post(`/api/places/${phone.placeId}/claims`, { code })

/** A matter from the box, read by the facilitator. */
async function raised(village: Village, phone: Client): Promise<string> {
  const said = boxWords()
  await phone.must('raise-concern', said)
  await (await village.as('陈静')).must('agree-wording', { concernId: said.concernId })
  return said.concernId
}

test('another phone that only has the claim code follows, adds and judges', async () => {
  const village = await openVillage()
  const phone = await withKey(village)
  const concernId = await raised(village, phone)
  const code = await codeOf(phone)
  expect(code).toMatch(/^[2-9ACEFHJKMNPRTUWXY]{8}$/)
  const other = newPhone(village)
  expect((await typeIn(other, ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)).status).toBe(200)
  expect((await mineOf(other)).matters.map(({ concern }) => concern.id)).toEqual([concernId])
  await other.must('raise-concern', boxWords({ text: '渠也堵了' }))
  expect((await mineOf(phone)).matters).toHaveLength(2)
  await (await village.as('陈静')).must('answer-concern', { concernId, answer: '明天换井盖。' })
  await liveUntil(village, '2026-11-25')
  const given = { concernId, commitmentId: null, done: 'done', satisfied: 'satisfied', word: null }
  await other.must('rate-outcome', { ratingId: randomUUID(), ...given })
  expect(
    (await mineOf(phone)).matters.find(({ concern }) => concern.id === concernId)?.questions,
  ).toMatchObject([{ given: { done: 'done' } }])
})

test('a phone with matters of its own keeps them, judges both, and shows the other one nothing', async () => {
  const village = await openVillage()
  const [phone, other] = [await withKey(village), await withKey(village)]
  const [first, second] = [await raised(village, phone), await raised(village, other)]
  await typeIn(other, await codeOf(phone))
  expect(new Set((await mineOf(other)).matters.map(({ concern }) => concern.id))).toEqual(
    new Set([first, second]),
  )
  expect((await mineOf(phone)).matters.map(({ concern }) => concern.id)).toEqual([first])
  await (await village.as('陈静')).must('answer-concern', { concernId: first, answer: '明天换。' })
  const judged = { done: 'done', satisfied: 'satisfied', word: null, concernId: first, commitmentId: null }
  await other.must('rate-outcome', { ratingId: randomUUID(), ...judged })
  const twice = await phone.command('rate-outcome', { ratingId: randomUUID(), ...judged })
  expect(twice.body.refused).toBe('rated-already')
  expect((await mineOf(phone)).matters[0]!.questions).toMatchObject([{ given: { done: 'done' } }])
  await other.must('withdraw-concern', { concernId: second })
})

test('a new code ends the one before, a wrong one opens nothing, and guessing ends soon', async () => {
  const village = await openVillage()
  const phone = await withKey(village)
  await raised(village, phone)
  const [before, now] = [await codeOf(phone), await codeOf(phone)]
  const other = newPhone(village)
  expect((await typeIn(other, before)).body).toMatchObject({ refused: 'claim-unknown' })
  expect((await typeIn(other, now)).status).toBe(200)
  const row = await village.context.database.reader.selectFrom('claimCodes').selectAll().execute()
  expect(JSON.stringify(row)).not.toContain(now)
  const guesser = newPhone(village)
  const answers = []
  for (let at = 0; at < MAX_CLAIMS_BY_ADDRESS; at++)
    answers.push((await typeIn(guesser, `7K3M9X${String(22 + at)}`)).body.refused)
  expect(answers.at(-1)).toBe('too-often')
  expect((await typeIn(newPhone(village), now)).body.refused).toBe('too-often')
  expect((await mineOf(guesser)).matters).toEqual([])
})

test('who guesses codes is stopped on every node at once, and may try again a minute later', async () => {
  const village = await openVillage()
  const phone = await withKey(village)
  await raised(village, phone)
  const code = await codeOf(phone)
  const guesser = newPhone(village)
  for (let at = 0; at < MAX_CLAIMS_BY_ADDRESS; at++) await typeIn(guesser, `7K3M9X${String(22 + at)}`)
  const elsewhere = Object.assign(new Client(await secondNode(village)), { placeId: village.placeId })
  expect((await typeIn(elsewhere, code)).body.refused).toBe('too-often')
  village.clock.set(new Date(village.clock.now().getTime() + 61_000).toISOString())
  expect((await typeIn(elsewhere, code)).status).toBe(200)
  const kept = await village.context.database.reader.selectFrom('attempts').selectAll().execute()
  expect(JSON.stringify(kept)).not.toContain('127.0.0.1')
})

test('a voice added from a phone counts once, is followed there, and judges nothing', async () => {
  const village = await openVillage()
  const [phone, other] = [await withKey(village), await withKey(village)]
  const concernId = await raised(village, phone)
  await other.must('add-voice', { concernId })
  expect((await other.command('add-voice', { concernId })).body.refused).toBe('voice-counted')
  expect((await phone.command('add-voice', { concernId })).body.refused).toBe('voice-counted')
  expect((await mineOf(other)).matters).toMatchObject([
    { isAdded: true, questions: [], concern: { id: concernId, voices: 2, raisedById: null } },
  ])
  const [mine] = (await mineOf(phone)).matters
  expect(mine).toMatchObject({ isAdded: false, concern: { voices: 2 } })
  expect(mine!.publicPath).toMatch(/^\/public\/[-0-9a-f]{36}\/matter\/[2-9acefhjkmnprtuwxy]{12}$/)
  const wish = { ratingId: randomUUID(), concernId, commitmentId: null }
  const judged = await other.command('rate-outcome', { ...wish, done: 'not', satisfied: 'not', word: null })
  expect(judged.body.refused).toBe('not-allowed')
})

test('whoever took a matter on from a phone finds it there, reports it, and asks for a later day', async () => {
  const village = await openVillage()
  const { code, meetingId } = await openEvening(village)
  const [phone, other] = [newPhone(village), newPhone(village)]
  for (const one of [phone, other]) await one.post('/api/sessions/join', { code, name: '赵姐' })
  const commitmentId = randomUUID()
  const promise = { commitmentId, meetingId, concernId: null, measure: '我来扫门前', dueOn: '2026-11-30' }
  await phone.must('take-on', promise)
  expect((await mineOf(phone)).promises).toMatchObject([
    { commitment: { id: commitmentId, state: 'spoken' } },
  ])
  const facilitator = await village.as('陈静')
  await facilitator.must('read-back-commitment', { commitmentId })
  await facilitator.must('confirm-commitment', { commitmentId })
  const later = { commitmentId, dueOn: '2026-12-02', reason: '下雨' }
  expect((await other.command('ask-extension', later)).body.refused).toBe('not-allowed')
  await phone.must('ask-extension', later)
  expect((await mineOf(phone)).promises).toMatchObject([{ commitment: { askedDueOn: '2026-12-02' } }])
  expect((await mineOf(other)).promises).toEqual([])
  expect(JSON.stringify(await other.room(meetingId))).not.toContain((await phone.read('/api/me')).actor.id)
  expect((await other.command('report-done', { commitmentId, report: '扫好了' })).body.refused).toBe(
    'not-allowed',
  )
  await phone.must('report-done', { commitmentId, report: '扫好了' })
  expect((await mineOf(phone)).promises).toMatchObject([{ commitment: { state: 'done', report: '扫好了' } }])
})

test('whoever took a matter on is told when it is dropped or put off, and nobody else in the hall', async () => {
  const village = await openVillage()
  const { code, meetingId, facilitator } = await openEvening(village)
  const [phone, other] = [newPhone(village), newPhone(village)]
  for (const one of [phone, other]) await one.post('/api/sessions/join', { code, name: '赵姐' })
  const since = (await facilitator.room(meetingId)).asOf
  const hears = (one: Client) => one.listen({ since, meeting: meetingId, as: 'phone' })
  const [first, second] = [await hears(phone), await hears(other)]
  const promise = { meetingId, concernId: null, dueOn: '2026-11-30' }
  const [dropped, putOff] = [randomUUID(), randomUUID()]
  await phone.must('take-on', { ...promise, commitmentId: dropped, measure: '我来扫门前' })
  await phone.must('take-on', { ...promise, commitmentId: putOff, measure: '我来修灯' })
  await facilitator.must('drop-commitment', { commitmentId: dropped })
  const off = { commitmentId: putOff, concernId: randomUUID() }
  const { seq } = await facilitator.must('put-off-commitment', off)
  for (const one of [first, second]) await vi.waitFor(() => expect(one.upTo).toBeGreaterThanOrEqual(seq))
  const told = (one: typeof first) =>
    one.events.flatMap(({ type }) => (type.startsWith('commitment-') ? [type] : []))
  const recorded = 'commitment-recorded'
  expect(told(first)).toEqual([recorded, recorded, 'commitment-dropped', 'commitment-put-off'])
  expect(told(second)).toEqual([])
  const states = ({ promises }: Awaited<ReturnType<typeof mineOf>>) =>
    promises.map(({ commitment }) => commitment.state)
  expect(states(await mineOf(phone))).toEqual(['dropped', 'dropped'])
  expect(states(await mineOf(other))).toEqual([])
  const seen = JSON.stringify((await other.room(meetingId)).commitments)
  expect(seen).toBe('[]')
})

test('a linked phone is cut off by the one that gave the code, and the code ends with it', async () => {
  const village = await openVillage()
  const phone = await withKey(village)
  await raised(village, phone)
  const code = await codeOf(phone)
  const phonesOf = async (whose: Client) => (await whose.get(`/api/places/${village.placeId}/phones`)).body
  const cutOff = (by: Client, id: string) =>
    by.post(`/api/places/${village.placeId}/phones/${id}/cut-off`, undefined)
  village.clock.set(new Date(village.clock.now().getTime() + 1_000).toISOString())
  const fresh = newPhone(village)
  const own = await withKey(village)
  await typeIn(fresh, code)
  await typeIn(own, code)
  expect((await mineOf(fresh)).matters).toHaveLength(1)
  expect((await mineOf(own)).matters).toHaveLength(1)
  const { phones } = await phonesOf(phone)
  expect(phones).toHaveLength(2)
  // Whoever was given the code cannot send away whoever gave it.
  expect((await phonesOf(own)).phones).toEqual([])
  const theirs = (await phonesOf(fresh)).phones
  for (const one of phones) expect((await cutOff(own, one.id)).status).toBe(404)
  expect(theirs.length).toBeLessThan(phones.length)
  expect((await phonesOf(village.stranger())).refused).toBe('not-logged-in')
  for (const { id } of phones) expect((await cutOff(phone, id)).status).toBe(200)
  expect((await phonesOf(phone)).phones).toEqual([])
  expect((await mineOf(fresh)).matters).toEqual([])
  expect((await mineOf(own)).matters).toEqual([])
  expect((await mineOf(phone)).matters).toHaveLength(1)
  expect((await typeIn(newPhone(village), code)).body.refused).toBe('claim-unknown')
})
