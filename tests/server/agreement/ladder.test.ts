import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { matter, promise, remark } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

test('a road goes up, comes back three times and is seen above, and the villager reads where it is', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { facilitator, meetingId } = evening
  const township = await village.as('赵明')
  const recorder = await village.as('陈晓')
  const phone = await evening.phone('李婶')
  const concernId = randomUUID()
  await recorder.must('raise-concern', matter(meetingId, { concernId, lane: 'masked', raisedBy: '李婶' }))
  const { placeId, townshipId: toPlaceId } = village
  const ladder = `/api/places/${placeId}/ladder`
  for (let times = 0; times < 3; times++) {
    await facilitator.must('offer-matter', { concernId, toPlaceId, reason: '县道归上面管。' })
    await township.must('return-matter', { concernId, reason: '先量尺寸。' })
  }
  await facilitator.must('offer-matter', { concernId, toPlaceId, reason: '量好了。' })
  const above = await township.read(`/api/places/${toPlaceId}/ladder`)
  expect(above.held).toMatchObject([{ id: concernId, firstPlaceId: placeId, offer: { toPlaceId } }])
  expect(above.tossed).toMatchObject([{ concernId, between: [placeId, toPlaceId].sort() }])
  expect(above.concerns).toMatchObject([{ id: concernId, raisedBy: null }])
  await township.must('accept-matter', { concernId })
  const seen = await phone.read(ladder)
  expect(seen.custodies).toMatchObject([{ firstPlaceId: placeId, holderId: toPlaceId, offer: null }])
  expect(seen.steps).toHaveLength(8)
  expect(seen.held).toEqual([])
  expect((await village.stranger().get(`/api/places/${toPlaceId}/ladder`)).body.tossed).toEqual([])
  expect((await village.stranger().get(`/api/places/${randomUUID()}/ladder`)).status).toBe(404)
})

test('the catalogue is public, also as it stood before', async () => {
  const village = await openVillage()
  const facilitator = await village.as('陈静')
  const entry = {
    ...{ entryId: randomUUID(), name: '路灯报修', unit: '村委会', level: 'village' },
    ...{ limit: { unit: 'working', count: 5 }, guidance: '说清哪一盏。', stance: 'takes-on' },
  }
  await facilitator.must('write-catalogue-entry', entry)
  await facilitator.must('write-catalogue-entry', { ...entry, limit: { unit: 'natural', count: 7 } })
  const path = `/api/places/${village.placeId}/catalogue`
  const now = await village.stranger().get(path)
  expect(now.body).toMatchObject({ version: 2, entries: [{ limit: { unit: 'natural', count: 7 } }] })
  const before = await village.stranger().get(`${path}?version=1`)
  expect(before.body).toMatchObject({ version: 1, latest: 2, entries: [{ limit: { count: 5 } }] })
  expect((await village.stranger().get(`${path}?version=3`)).status).toBe(404)
})

test('judged not done twice: open again, then offered upward and on the next agenda, by her own phone', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const { facilitator, meetingId } = evening
  const [recorder, cadre] = [await village.as('陈晓'), await village.as('王建国')]
  const phone = await evening.phone('李婶')
  const [commentId, concernId, commitmentId, next] = Array.from({ length: 4 }, () => randomUUID())
  await phone.must('post-comment', remark(meetingId, { commentId }))
  await recorder.must('raise-concern', matter(meetingId, { concernId, commentId }))
  await recorder.must('record-commitment', promise(village, { meetingId, concernId, commitmentId }))
  for (const step of ['read-back-commitment', 'confirm-commitment'])
    await facilitator.must(step, { commitmentId })
  const plan = { format: 'stool-council', title: '十二月', onDay: '2026-12-20', agenda: [] }
  await facilitator.must('plan-meeting', { meetingId: next, ...plan })
  const bad = { concernId: null, commitmentId, done: 'not', satisfied: 'not', word: '还是黑' }
  const ratings = `/api/places/${village.placeId}/ratings`
  for (let times = 0; times < 2; times++) {
    await cadre.must('report-done', { commitmentId, report: '修好了' })
    const waiting = await phone.read(ratings)
    expect(waiting).toMatchObject({ own: [concernId], waiting: { commitmentIds: [commitmentId] } })
    await phone.must('rate-outcome', { ratingId: randomUUID(), ...bad })
  }
  const ledger = await phone.read(`/api/places/${village.placeId}/ledger`)
  expect(ledger.commitments).toMatchObject([{ state: 'open', timesReopened: 2, firstDueOn: '2026-12-10' }])
  expect(ledger.concerns).toMatchObject([{ state: 'reopened', escalatedToId: village.townshipId }])
  const { agenda } = await facilitator.room(next!)
  expect(agenda.map(({ title }: { title: string }) => title)).toEqual(['路灯从开春就不亮'])
  const other = await evening.phone('赵姐')
  const seen = (await other.read(ratings)).ratings
  expect(seen).toMatchObject([{ done: 'not', word: null, ratedById: null }, { round: 1 }])
  expect((await phone.read(ratings)).ratings[0].word).toBe('还是黑')
})

test('a calendar that came later: both days are read, and one act takes the new one', async () => {
  const village = await openVillage()
  const { facilitator, meetingId } = await openEvening(village)
  const [recorder, township] = [await village.as('陈晓'), await village.as('赵明')]
  const commitmentId = randomUUID()
  const counted = { meetingId, commitmentId, limit: { unit: 'working', count: 3 }, dueOn: '2026-11-25' }
  await recorder.must('record-commitment', promise(village, counted))
  for (const step of ['read-back-commitment', 'confirm-commitment'])
    await facilitator.must(step, { commitmentId })
  const ledger = () => facilitator.read(`/api/places/${village.placeId}/ledger`)
  expect((await ledger()).newerDays).toEqual([])
  await facilitator.must('mark-days', { days: [{ day: '2026-11-24', kind: 'rest' }], source: '赶集' })
  const { commitments, newerDays } = await ledger()
  expect(commitments).toMatchObject([{ dueOn: '2026-11-25', firstDueOn: '2026-11-25' }])
  expect(newerDays).toMatchObject([
    { commitmentId, days: { then: { dueOn: '2026-11-25' }, now: { dueOn: '2026-11-26' }, change: 'later' } },
  ])
  await township.must('recount-due-date', { commitmentId })
  expect(await ledger()).toMatchObject({
    commitments: [{ dueOn: '2026-11-26', firstDueOn: '2026-11-25', timesMoved: 0 }],
    dueChanges: [{ kind: 'recounted' }],
    newerDays: [],
  })
})

test('accepted by a slip: the offer waits again with its day, and both hands are named', async () => {
  const village = await openVillage()
  const { facilitator, meetingId } = await openEvening(village)
  const township = await village.as('赵明')
  const recorder = await village.as('陈晓')
  const concernId = randomUUID()
  await recorder.must('raise-concern', matter(meetingId, { concernId }))
  const { placeId, townshipId } = village
  await facilitator.must('offer-matter', { concernId, toPlaceId: townshipId, reason: '县道归上面管。' })
  const ladder = `/api/places/${townshipId}/ladder`
  const before = await township.read(ladder)
  await township.must('accept-matter', { concernId })
  expect((await township.read(ladder)).held).toMatchObject([{ holderId: townshipId, offer: null }])
  await township.must('take-back-acceptance', { concernId })
  const after = await township.read(ladder)
  expect(after.held).toEqual(before.held)
  expect(after.places.map(({ id }: { id: string }) => id).sort()).toEqual([placeId, townshipId].sort())
  await facilitator.must('take-back-offer', { concernId })
  expect((await township.read(ladder)).held).toEqual([])
})
