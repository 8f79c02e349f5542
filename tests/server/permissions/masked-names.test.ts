import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import type { Client } from '../../support/running/client.ts'
import { matter, promise, remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Evening, type Village } from '../../support/villages/village.ts'

const NAME = '不露面的李婶'

/** Everything of a place and of one matter that whoever asks is answered. */
async function allReadBy(client: Client, { meetingId }: Evening, concernId: string): Promise<string> {
  const at = `/api/places/${client.placeId}`
  const answers = await Promise.all(
    [
      ...['inbox', 'ledger', 'ledger.csv', 'ratings', 'agenda/waiting', 'ladder', 'rising'],
      ...[`matters/${concernId}`, `meetings/${meetingId}/room`, `meetings/${meetingId}/review`],
      `ledger/unpromised?q=${encodeURIComponent('水泵')}`,
      `alike?q=${encodeURIComponent('村里的水泵一直没修')}`,
    ].map(async (path) => (await client.get(`${at}/${path}`)).body),
  )
  const live = await client.listen({ since: 0 })
  const { seq } = await client.read(`${at}/inbox`).then(({ asOf }) => ({ seq: asOf }))
  await vi.waitFor(() => expect(live.upTo).toBeGreaterThanOrEqual(seq), { timeout: 5_000 })
  return JSON.stringify([...answers, live.frames])
}

/** Somebody says from their phone, unnamed, that something was not done, and it becomes a matter. */
async function complained(village: Village, evening: Evening, text: string) {
  const { meetingId } = evening
  const phone = await evening.phone(NAME)
  const comment = remark(meetingId, { lane: 'masked', name: NAME, text })
  await phone.must('post-comment', comment)
  const said = { commentId: comment.commentId, lane: 'masked', raisedBy: null, text }
  const { concernId, ...rest } = matter(meetingId, said)
  await (await village.as('陈晓')).must('raise-concern', { ...rest, concernId })
  const { actor } = await phone.read('/api/me')
  return { phone, concernId, phoneId: actor.id as string }
}

test('who asked to stay unnamed is known to facilitator and recorder, and to nobody else of the staff', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { concernId, phoneId, phone } = await complained(village, evening, '村里的水泵一直没修')
  const read = async (name: string) => allReadBy(await village.as(name), evening, concernId)
  for (const name of ['陈静', '陈晓']) expect(await read(name)).toContain(NAME)
  for (const name of ['王建国', '周志强', '赵明']) {
    const all = await read(name)
    expect(all).toContain('村里的水泵一直没修')
    expect(all).not.toContain(NAME)
    expect(all).not.toContain(phoneId)
  }
  // What they do goes on without the name.
  const township = await village.as('赵明')
  await township.must('answer-concern', { concernId, answer: '明天派人来修。' })
  const given = { ratingId: randomUUID(), concernId, commitmentId: null }
  await phone.must('rate-outcome', { ...given, done: 'partly', satisfied: 'acceptable', word: '修得潦草' })
  expect(await read('王建国')).not.toContain('修得潦草')
  expect(await read('陈静')).toContain('修得潦草')
})

test('whoever keeps the record does not read who complained about them, nor who judged what they did', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { meetingId, facilitator } = evening
  const { phone, concernId, phoneId } = await complained(village, evening, '村里的水泵一直没修')
  const recorder = await village.as('陈晓')
  const listening = await facilitator.listen({ since: (await facilitator.room(meetingId)).asOf })
  const own = promise(village, { meetingId, concernId, ownerId: village.people['陈静'], owner: '陈静' })
  await recorder.must('record-commitment', own)
  const { commitmentId } = own
  for (const name of ['read-back-commitment', 'confirm-commitment'])
    await recorder.must(name, { commitmentId })
  await recorder.must('report-done', { commitmentId, report: '修了。' })
  const given = { ratingId: randomUUID(), concernId: null, commitmentId }
  const { seq } = await phone.must('rate-outcome', {
    ...given,
    done: 'not',
    satisfied: 'not',
    word: '没修好',
  })
  await vi.waitFor(() => expect(listening.upTo).toBeGreaterThanOrEqual(seq), { timeout: 5_000 })
  expect(JSON.stringify(listening.frames)).not.toMatch(new RegExp(`没修好|${phoneId}`))
  expect(await allReadBy(facilitator, evening, concernId)).not.toMatch(
    new RegExp(`${NAME}|${phoneId}|没修好`),
  )
  expect(await allReadBy(recorder, evening, concernId)).toContain(NAME)
})

test('nor where it names them, or somebody whom they live with', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const facilitator = evening.facilitator
  const { concernId } = await complained(village, evening, '陈静家门口的路灯最先修')
  expect(await allReadBy(facilitator, evening, concernId)).not.toContain(NAME)
  const [householdId, personId] = [randomUUID(), randomUUID()]
  await village.context.database.write(async (work) => {
    const { placeId } = village
    await work
      .insertInto('households')
      .values({ id: householdId, placeId, gridId: null, name: '陈家' })
      .execute()
    const son = { id: personId, placeId, householdId, name: '陈小满', movedAwayAt: null }
    await work.insertInto('people').values(son).execute()
    await work.updateTable('people').set({ householdId }).where('id', '=', village.people['陈晓']!).execute()
  })
  const recorder = await village.as('陈晓')
  const { concernId: other } = await complained(village, evening, '陈小满占了晒谷场')
  expect(await allReadBy(recorder, evening, other)).not.toMatch(
    new RegExp(`"concernId":"${other}"[^}]*${NAME}`),
  )
  const { concern } = await recorder.read(`/api/places/${village.placeId}/matters/${other}`)
  expect(concern).toMatchObject({ text: '陈小满占了晒谷场', raisedBy: null, raisedById: null })
  expect((await facilitator.read(`/api/places/${village.placeId}/matters/${other}`)).concern.raisedBy).toBe(
    NAME,
  )
})

test('a slip for a matter without a name is given by whoever wrote it down, and by those who keep the record', async () => {
  const village = await openVillage()
  const [cadre, recorder] = [await village.as('王建国'), await village.as('陈晓')]
  const call = { channel: 'call', lane: 'masked', raisedBy: NAME, isAgreed: false, text: '水泵没修' }
  const [own, others] = [matter('', call), matter('', call)]
  await cadre.must('raise-concern', { ...own, meetingId: null })
  await recorder.must('raise-concern', { ...others, meetingId: null })
  const slip = (client: Client, concernId: string) =>
    client.send('POST', `/slip/${village.placeId}/${concernId}`, undefined, {
      'content-type': 'application/x-www-form-urlencoded',
    })
  const { guestId } = await village.context.paperKey(village.placeId, { guestId: null, name: NAME })
  const given = (client: Client, concernId: string) =>
    client.command('hand-out-slip', { concernId, raisedById: guestId })
  expect((await given(cadre, others.concernId)).body).toMatchObject({ refused: 'not-allowed' })
  expect((await slip(cadre, others.concernId)).status).toBe(403)
  // Pages ask so whether to show the button.
  const asks = ({ cookie }: Client, concernId: string) =>
    fetch(`${village.url}/slip/${village.placeId}/${concernId}`, {
      method: 'HEAD',
      headers: { cookie: cookie! },
    })
  expect((await asks(cadre, others.concernId)).status).toBe(403)
  expect((await given(cadre, own.concernId)).status).toBe(200)
  expect((await given(recorder, others.concernId)).status).toBe(200)
})
