import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { everythingCopied, everythingKept } from '../../support/confidential/everything-told.ts'
import { administer } from '../../support/hands/administer.ts'
import { matter, promise } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

/** Nobody else is called so. */
const NAME = '饕餮国'
const BEFORE = '饕餮建'
const LOGIN = 'taotie-guo'
const DOOR = '饕餮家'
const TRACE = /饕餮|taotie/
const WITHIN = { timeout: 30_000, interval: 500 }

/** A server that hears what another process commits, as `npm start` does. */
function hearOthers({ context }: Village): void {
  onTestFinished(context.database.onOutsideCommit(() => context.journal.bell.ringAll()))
}

const envOf = ({ storage: { where } }: Village): NodeJS.ProcessEnv => ({
  DATA_DIR: where.dataDir,
  DATABASE_URL: where.databaseUrl ?? '',
})

const asLatin = (text: string): string => Buffer.from(text).toString('latin1')

/** In tables as they are, in files byte by byte. */
const tells = (told: string): boolean => TRACE.test(told) || told.includes(asLatin('饕餮'))
const isKept = async (village: Village): Promise<boolean> => tells(await everythingKept(village))

async function livesAmongUs(village: Village) {
  const evening = await openEvening(village)
  const { facilitator, meetingId } = evening
  const recorder = await village.as('陈晓')
  const [personId, householdId] = [randomUUID(), randomUUID()]
  await facilitator.must('add-household', { householdId, name: DOOR, gridId: null })
  await facilitator.must('add-person', { personId, name: BEFORE, householdId })
  await facilitator.must('rename-person', { personId, name: NAME })
  await facilitator.must('give-post', { postId: randomUUID(), personId, role: 'cadre', title: '会计' })
  const password = '后山的板栗又红了一回'
  const given = { placeId: village.placeId, personId, loginName: LOGIN, password }
  expect((await facilitator.post('/api/logins', given)).status).toBe(200)
  const own = village.stranger()
  own.placeId = village.placeId
  expect((await own.post('/api/sessions', { loginName: LOGIN, password })).status).toBe(200)

  const raised = matter(meetingId, { raisedBy: NAME, text: '路灯从开春就不亮' })
  await recorder.must('raise-concern', raised)
  const part = { personId, name: NAME, part: '出钱', dueOn: null }
  const [led, shared] = [
    promise(village, { meetingId, concernId: raised.concernId, ownerId: personId, owner: NAME }),
    promise(village, { meetingId, coOwners: [part] }),
  ]
  for (const one of [led, shared]) {
    await recorder.must('record-commitment', one)
    for (const act of ['read-back-commitment', 'confirm-commitment'])
      await recorder.must(act, { commitmentId: one.commitmentId })
  }
  return { personId, own, recorder, facilitator, led, meetingId }
}

test('somebody who is erased is in no table, log, file or fresh copy; what was promised stays without the name', async () => {
  const village = await openVillage()
  hearOthers(village)
  const { personId, own, recorder, led, meetingId } = await livesAmongUs(village)
  const env = envOf(village)
  const listening = await recorder.listen({ since: 1 })
  const late = await recorder.listen({ since: 1 })
  await expect.poll(() => late.upTo).toBeGreaterThan(1)
  const heard = late.upTo
  late.close()
  expect(await isKept(village)).toBe(true)

  const asked = await administer(['erase-person', LOGIN], env)
  expect([asked.code, asked.lines]).toEqual([1, []])
  const done = await administer(['erase-person', LOGIN, '--yes'], env)
  expect([done.code, done.lines]).toEqual([0, [{ erased: personId, places: 1 }]])

  await expect.poll(() => isKept(village), WITHIN).toBe(false)
  expect(tells(await everythingCopied(village))).toBe(false)
  // Whoever has a page open reads everything anew, also who was away meanwhile.
  await expect.poll(() => listening.closeCode, WITHIN).toBe(4409)
  const back = await recorder.listen({ since: heard })
  await expect.poll(() => back.frames[0]?.kind).toBe('restored')
  expect((await own.get('/api/me')).body.actor).toBe(null)
  const { commitments } = await recorder.room(meetingId)
  expect(commitments).toContainEqual(
    expect.objectContaining({ id: led.commitmentId, owner: '某某', measure: led.measure, state: 'open' }),
  )
  const found = await recorder.read(`/api/places/${village.placeId}/ledger?q=${encodeURIComponent('某某')}`)
  expect(JSON.stringify(found)).toContain(led.commitmentId)
  const told = await (await village.as('赵明')).read(`/api/places/${village.placeId}/security-log`)
  expect(told.entries[0]).toMatchObject({ kind: 'person-erased', by: null, who: '某某' })
  const twice = await administer(['erase-person', LOGIN, '--yes'], env)
  expect(twice.code).toBe(1)
}, 240_000)

test('whoever alone runs the village is not erased, and somebody of the same name keeps theirs', async () => {
  const village = await openVillage()
  hearOthers(village)
  const { facilitator, recorder, personId, meetingId } = await livesAmongUs(village)
  const [otherId, householdId] = [randomUUID(), randomUUID()]
  await facilitator.must('add-household', { householdId, name: '西头', gridId: null })
  await facilitator.must('add-person', { personId: otherId, name: NAME, householdId })
  const theirs = promise(village, { meetingId, ownerId: otherId, owner: NAME })
  await recorder.must('record-commitment', theirs)
  const env = envOf(village)
  const alone = await administer(['erase-person', village.people['陈静']!, '--yes'], env)
  expect([alone.code, alone.lines]).toEqual([1, []])
  expect((await administer(['erase-person', personId, '--yes'], env)).code).toBe(0)
  const { people } = await facilitator.read(`/api/places/${village.placeId}/roster`)
  expect(people).toContainEqual(expect.objectContaining({ id: otherId, name: NAME }))
  const { commitments } = await recorder.room(meetingId)
  expect(commitments).toContainEqual(expect.objectContaining({ id: theirs.commitmentId, owner: NAME }))
}, 240_000)
