import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { readIcs, textOf, valueOf } from '../../support/files/ics-reader.ts'
import { openVillage } from '../../support/villages/village.ts'

const plan = (meetingId: string, over: object = {}) => ({
  ...{ meetingId, format: 'pavilion-talk', title: '十二月凉亭夜话', onDay: '2026-12-20', agenda: [] },
  ...over,
})

/** What somebody reads of a page, where a line may break anywhere between. */
const wordsIn = (html: string): string => html.replace(/<wbr\s*\/?>/g, '')

test('an evening is planned with its hour and place, moved, and read so everywhere before it opens', async () => {
  const village = await openVillage()
  const facilitator = await village.as('陈静')
  const { placeId } = village
  const meetingId = randomUUID()
  await facilitator.must('plan-meeting', plan(meetingId, { beginsAt: '19:30', venue: '村口凉亭' }))
  const { meetings } = await facilitator.read(`/api/places/${placeId}/meetings`)
  expect(meetings[0]).toMatchObject({ onDay: '2026-12-20', beginsAt: '19:30', venue: '村口凉亭' })

  const onPublicPage = async () => wordsIn((await village.stranger().get(`/public/${placeId}`)).body)
  expect(await onPublicPage()).toContain('12月20日 周日，晚上7点半，村口凉亭')
  const wish = { placeId, scope: 'unit', language: 'zh-Hans' }
  const { address } = (await facilitator.post('/api/calendar-links', wish)).body
  const calendar = async () =>
    readIcs((await village.stranger().get(new URL(address).pathname)).body).children[0]!
  const before = await calendar()
  expect(textOf(before, 'SUMMARY')).toBe('十二月凉亭夜话')
  expect(valueOf(before, 'DTSTART')).toBe('20261220T113000Z')
  expect(textOf(before, 'LOCATION')).toBe('村口凉亭')

  const moved = { meetingId, onDay: '2026-12-21', beginsAt: '20:00', venue: '祠堂' }
  await facilitator.must('reschedule-meeting', moved)
  const after = await calendar()
  expect(valueOf(after, 'DTSTART')).toBe('20261221T120000Z')
  expect(valueOf(after, 'SEQUENCE')).toBe('1')
  // Whoever had read the first day reads that it is another now, and which it was.
  expect(await onPublicPage()).toContain(
    '改到12月21日 周一，晚上8点，祠堂。头一回说的是12月20日 周日，晚上7点半，村口凉亭。',
  )

  const waiting = await facilitator.read(`/api/places/${placeId}/agenda/waiting`)
  expect(waiting.usual).toEqual({ beginsAt: '20:00', venue: '祠堂' })
})

test('an hour and a place that are added to a day are no change of what was said', async () => {
  const village = await openVillage()
  const facilitator = await village.as('陈静')
  const meetingId = randomUUID()
  await facilitator.must('plan-meeting', plan(meetingId))
  const later = { meetingId, onDay: '2026-12-20', beginsAt: '19:30', venue: '村口凉亭' }
  await facilitator.must('reschedule-meeting', later)
  const page = wordsIn((await village.stranger().get(`/public/${village.placeId}`)).body)
  expect(page).toContain('12月20日 周日，晚上7点半，村口凉亭')
  expect(page).not.toContain('改到')
})

test('an evening without hour or place is read as before, and nothing is offered', async () => {
  const village = await openVillage()
  const facilitator = await village.as('陈静')
  await facilitator.must('plan-meeting', plan(randomUUID()))
  const { meetings } = await facilitator.read(`/api/places/${village.placeId}/meetings`)
  expect(meetings[0]).toMatchObject({ beginsAt: null, venue: null })
  const waiting = await facilitator.read(`/api/places/${village.placeId}/agenda/waiting`)
  expect(waiting.usual).toEqual({ beginsAt: null, venue: null })
  const wrong = await facilitator.command('plan-meeting', plan(randomUUID(), { beginsAt: '25:00' }))
  expect(wrong.status).toBe(400)
})
