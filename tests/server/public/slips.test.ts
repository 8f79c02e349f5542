import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Client } from '../../support/running/client.ts'
import { matter } from '../../support/villages/stage.ts'
import { openVillage } from '../../support/villages/village.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const slipOf = (staff: Client, concernId: string) =>
  staff.send('POST', `/slip/${staff.placeId}/${concernId}`, '', FORM)
const lettersIn = (page: string): string =>
  [...page.matchAll(/<b translate="no">(.)<\/b>/g)].map(([, letter]) => letter).join('')

test('whoever has no phone follows and judges by the slip that the staff printed', async () => {
  const village = await openVillage({ withPages: true })
  const staff = await village.as('陈静')
  const told = matter('', {
    meetingId: null,
    channel: 'call',
    isAgreed: true,
    raisedBy: '赵大娘',
    lane: 'masked',
  })
  await staff.must('raise-concern', told)
  expect((await staff.send('HEAD', `/slip/${village.placeId}/${told.concernId}`)).status).toBe(200)
  const page = await slipOf(staff, told.concernId)
  expect(page.status, String(page.body)).toBe(200)
  expect(page.headers.get('cache-control')).toBe('no-store')
  const code = lettersIn(page.body)
  expect(code).toMatch(/^[2-9ACEFHJKMNPRTUWXY]{8}$/)
  expect(page.body).toMatch(/\/b\/[2-9acefhjkmnprtuwxy]{5}/)

  await staff.must('answer-concern', { concernId: told.concernId, answer: '明天去看。' })
  const phone = Object.assign(village.stranger(), { placeId: village.placeId })
  await phone.post(`/api/places/${village.placeId}/claims`, { code })
  const judged = { done: 'done', satisfied: 'satisfied', word: null, commitmentId: null }
  await phone.must('rate-outcome', { ratingId: randomUUID(), concernId: told.concernId, ...judged })

  const again = lettersIn((await slipOf(staff, told.concernId)).body)
  expect(again).not.toBe(code)
  expect((await phone.read(`/api/places/${village.placeId}/mine`)).matters).toHaveLength(1)
  const late = Object.assign(village.stranger(), { placeId: village.placeId })
  expect((await late.post(`/api/places/${village.placeId}/claims`, { code })).body.refused).toBe(
    'claim-unknown',
  )
  const story = await late.get(`/api/places/${village.placeId}/matters/${told.concernId}`)
  expect(JSON.stringify(story.body)).not.toMatch(/slip-handed-out|赵大娘/)
})

test('nobody but the staff gives out slips, and none for what a phone raised', async () => {
  const village = await openVillage()
  const phone = Object.assign(village.stranger(), { placeId: village.placeId })
  await phone.post('/api/sessions/key', { placeId: village.placeId })
  const own = matter('', {
    meetingId: null,
    channel: 'form',
    isAgreed: false,
    raisedBy: null,
    lane: 'masked',
  })
  await phone.must('raise-concern', own)
  expect((await slipOf(phone, own.concernId)).body.refused).toBe('not-allowed')
  expect((await slipOf(await village.as('陈静'), own.concernId)).body.refused).toBe('raised-by-phone')
})
