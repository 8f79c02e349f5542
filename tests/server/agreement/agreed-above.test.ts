import { expect, test } from 'vitest'
import { promise } from '../../support/villages/stage.ts'
import { openEvening, openVillage } from '../../support/villages/village.ts'

test('who agreed to a later day is told by post to everybody, and to the staff by name', async () => {
  const village = await openVillage()
  const { facilitator, meetingId } = await openEvening(village)
  const [recorder, township] = [await village.as('陈晓'), await village.as('赵明')]
  const body = promise(village, { meetingId })
  const { commitmentId } = body
  await recorder.must('record-commitment', body)
  await facilitator.must('read-back-commitment', { commitmentId })
  await facilitator.must('confirm-commitment', { commitmentId })
  const later = { commitmentId, dueOn: '2026-12-20', reason: '连下雨' }
  const below = await facilitator.command('move-due-date', later)
  expect(below.body).toMatchObject({ refused: 'not-allowed' })
  await township.must('move-due-date', later)

  const byPost = '青石镇镇长'
  const ledger = `/api/places/${village.placeId}/ledger`
  const matter = `/api/places/${village.placeId}/matters/${commitmentId}`
  const known = { byName: '赵明', byPost }
  expect((await facilitator.read(ledger)).dueChanges).toMatchObject([known])
  const moved = ({ type }: { type: string }) => type === 'due-day-moved'
  expect((await facilitator.read(matter)).events.find(moved).words).toMatchObject(known)

  const outside = { byName: null, byPost }
  const anybody = village.stranger()
  expect((await anybody.get(ledger)).body.dueChanges).toMatchObject([outside])
  const told = (await anybody.get(matter)).body
  expect(told.dueChanges).toMatchObject([outside])
  expect(told.events.find(moved).words).toMatchObject(outside)
  expect(JSON.stringify(told)).not.toContain('赵明')
})
