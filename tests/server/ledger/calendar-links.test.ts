import { expect, test } from 'vitest'
import { openLampLedger } from '../../support/files/lamp-ledger.ts'
import { readIcs, textOf, valueOf } from '../../support/files/ics-reader.ts'

const pathOf = (address: string): string => new URL(address).pathname

test('whoever subscribes sees their running promises as whole days, until they take the address back', async () => {
  const { village, township, promised } = await openLampLedger()
  const wang = await village.as('王建国')
  const lamp = await promised({ measure: '换灯', dueOn: '2026-12-10' }, { text: '路灯不亮' })
  await promised({ measure: '别人的', ownerId: village.people['陈静'], owner: '陈静', dueOn: '2026-12-12' })
  const made = await wang.post('/api/calendar-links', { placeId: village.placeId, scope: 'mine' })
  expect(made.status).toBe(200)
  const path = pathOf(made.body.address)
  const first = await village.stranger().get(path)
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const sheet = readIcs(first.body)
  expect(sheet.children).toHaveLength(1)
  const [event] = sheet.children
  expect(valueOf(event!, 'DTSTART')).toBe('20261210')
  expect(valueOf(event!, 'DTEND')).toBe('20261211')
  expect(valueOf(event!, 'UID')).toContain(lamp)
  expect(textOf(event!, 'SUMMARY')).toBe('换灯')
  expect(textOf(event!, 'DESCRIPTION')).toContain('头一回说：2026年12月10日')
  expect(textOf(event!, 'DESCRIPTION')).not.toContain('改期')

  const tag = first.headers.get('etag')!
  const again = await village.stranger().send('GET', path, undefined, { 'if-none-match': tag })
  expect(again.status).toBe(304)
  await township.must('move-due-date', { commitmentId: lamp, dueOn: '2026-12-15', reason: '等灯具到货。' })
  const moved = await village.stranger().send('GET', path, undefined, { 'if-none-match': tag })
  expect(moved.status).toBe(200)
  const [after] = readIcs(moved.body).children
  expect(valueOf(after!, 'DTSTART')).toBe('20261215')
  expect(valueOf(after!, 'SEQUENCE')).toBe('1')
  expect(textOf(after!, 'DESCRIPTION')).toContain('改期 1 次')

  const { linkId } = made.body
  const kept = await village.context.database.reader.selectFrom('calendarLinks').selectAll().execute()
  expect(JSON.stringify(kept)).not.toContain(made.body.token)
  expect(await wang.read('/api/calendar-links')).toMatchObject([{ linkId, scope: 'mine' }])
  expect((await township.send('DELETE', `/api/calendar-links/${linkId}`)).status).toBe(404)
  expect((await wang.send('DELETE', `/api/calendar-links/${linkId}`)).status).toBe(200)
  expect((await village.stranger().get(path)).status).toBe(404)
  expect(await wang.read('/api/calendar-links')).toEqual([])
})

test('the calendar of a place is for its staff, and ends with the post', async () => {
  const { village, facilitator, evening, promised } = await openLampLedger()
  await promised({ measure: '换灯' })
  const wish = { placeId: village.placeId, scope: 'unit', language: 'en' }
  expect((await village.stranger().post('/api/calendar-links', wish)).status).toBe(401)
  expect((await (await evening.phone()).post('/api/calendar-links', wish)).status).toBe(401)
  const wang = await village.as('王建国')
  const path = pathOf((await wang.post('/api/calendar-links', wish)).body.address)
  const { body } = await village.stranger().get(path)
  expect(textOf(readIcs(body).children[0]!, 'SUMMARY')).toBe('王建国: 换灯')
  const roster = await facilitator.read(`/api/places/${village.placeId}/roster`)
  for (const post of roster.posts.filter(
    (one: { personId: string }) => one.personId === village.people['王建国'],
  ))
    await facilitator.must('end-post', { postId: post.id })
  expect((await village.stranger().get(path)).status).toBe(404)
  expect((await village.stranger().get('/calendar/nobody-was-ever-told-this.ics')).status).toBe(404)
})

test('a wish with a wrong part is refused, naming it, and nobody keeps more calendars than they can count', async () => {
  const { village } = await openLampLedger()
  const wang = await village.as('王建国')
  const wish = { placeId: village.placeId, scope: 'mine' }
  const wrong = await wang.post('/api/calendar-links', { ...wish, scope: 'all' })
  expect(wrong.body).toMatchObject({ refused: 'field-wrong', field: 'scope' })
  expect((await wang.post('/api/calendar-links', { ...wish, more: 1 })).body).toMatchObject({ field: 'more' })
  for (let n = 0; n < 20; n++) expect((await wang.post('/api/calendar-links', wish)).status).toBe(200)
  expect((await wang.post('/api/calendar-links', wish)).body).toMatchObject({
    refused: 'too-many',
    limit: 20,
  })
})
