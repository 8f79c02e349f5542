import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openLampLedger } from '../../support/files/lamp-ledger.ts'
import { promise } from '../../support/villages/stage.ts'

test('one matter is read with its whole story, by its own id or by that of its promise', async () => {
  const { village, facilitator, township, promised } = await openLampLedger()
  const wang = await village.as('王建国')
  const lamp = await promised({ dueOn: '2026-12-10' }, { text: '路灯不亮', lane: 'masked', raisedBy: '李婶' })
  await promised({}, { text: '别的事' })
  await wang.must('ask-extension', { commitmentId: lamp, dueOn: '2026-12-12', reason: '等灯具' })
  await township.must('move-due-date', { commitmentId: lamp, dueOn: '2026-12-12', reason: '等灯具' })
  await wang.must('add-evidence', { commitmentId: lamp, evidence: '换了一盏' })
  const path = `/api/places/${village.placeId}/matters`
  const told = await wang.read(`${path}/${lamp}`)
  const concernId = told.concern.id
  await facilitator.must('offer-matter', { concernId, toPlaceId: village.townshipId, reason: '要县里的车' })
  const seen = await township.read(`${path}/${concernId}`)
  expect(seen.events.map(({ type }: { type: string }) => type)).toEqual([
    'concern-raised',
    'concern-recorded',
    'commitment-recorded',
    'commitment-read-back',
    'commitment-confirmed',
    'concern-promised',
    'extension-asked',
    'due-day-moved',
    'evidence-added',
    'matter-offered',
  ])
  expect(seen).toMatchObject({
    roles: ['township'],
    concern: { text: '路灯不亮', raisedBy: null },
    commitments: [{ id: lamp, timesMoved: 1 }],
    custody: { holderId: village.placeId, offer: { toPlaceId: village.townshipId } },
    actsFor: [village.townshipId],
  })
  expect((await facilitator.read(`${path}/${concernId}`)).concern.raisedBy).toBe('李婶')
  expect(seen.ladder.map(({ id }: { id: string }) => id)).toEqual([village.placeId, village.townshipId])
})

test('the public reads the same story without names, slips and what was asked; what it may not know is not there', async () => {
  const { village, evening, recorder, promised } = await openLampLedger()
  const wang = await village.as('王建国')
  const lamp = await promised({}, { text: '路灯不亮', lane: 'masked', raisedBy: '李婶' })
  await wang.must('ask-extension', { commitmentId: lamp, dueOn: '2026-12-12', reason: '等灯具' })
  await wang.must('report-done', { commitmentId: lamp, report: '换了' })
  const rating = { ratingId: randomUUID(), concernId: null, commitmentId: lamp, word: '亮了' }
  await recorder.must('note-rating', { ...rating, done: 'done', satisfied: 'satisfied', witness: '李婶' })
  const path = `/api/places/${village.placeId}/matters/${lamp}`
  const stranger = await village.stranger().get(path)
  expect(stranger.status).toBe(200)
  expect(JSON.stringify(stranger.body)).not.toMatch(/李婶|等灯具|亮了"/)
  // Its own public page is named, and is there.
  expect((await village.stranger().get(stranger.body.publicPath)).body).toContain('路灯不亮')
  expect(stranger.body).toMatchObject({ roles: [], actsFor: [], commitments: [{ askedDueOn: null }] })
  const staff = await recorder.read(path)
  expect(
    JSON.stringify(staff.events.filter(({ type }: { type: string }) => type === 'outcome-rated')),
  ).not.toContain('李婶')
  const spoken = randomUUID()
  await recorder.must(
    'record-commitment',
    promise(village, { meetingId: evening.meetingId, commitmentId: spoken }),
  )
  const hidden = `/api/places/${village.placeId}/matters/${spoken}`
  expect((await village.stranger().get(hidden)).status).toBe(404)
  expect((await recorder.get(hidden)).status).toBe(200)
  expect((await recorder.get(`/api/places/${village.townshipId}/matters/${spoken}`)).status).toBe(404)
})

test('of a promise that somebody of the township gave, the village reads that it is theirs to report', async () => {
  const { village, facilitator, township, promised } = await openLampLedger()
  const mayor = (await township.read('/api/me')).actor.personId
  const own = await promised({}, { text: '路灯不亮' })
  const above = await promised({ ownerId: mayor, owner: '赵明' }, { text: '换水管' })
  const path = `/api/places/${village.placeId}/matters`
  expect((await facilitator.read(`${path}/${own}`)).ownedAbove).toEqual([])
  expect((await facilitator.read(`${path}/${above}`)).ownedAbove).toEqual([above])
})
