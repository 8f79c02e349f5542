import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'

const SECRET = '孙大伯腿脚不便'

const visit = (over: object = {}) => ({
  visitId: randomUUID(),
  onDay: '2026-11-22',
  atTime: '15:30',
  gridId: null,
  door: '东头第三家',
  visited: '孙大伯',
  visitors: [],
  seen: SECRET,
  need: '屋顶漏雨\n低保的手续怎么办',
  next: '',
  ...over,
})
const line = (visitId: string, over: object = {}) => ({
  visitId,
  part: 'need',
  line: '屋顶漏雨',
  concernId: randomUUID(),
  text: '东头有一家屋顶漏雨',
  kind: 'stated',
  raisedBy: null,
  lane: 'masked',
  isAgreed: true,
  ...over,
})
const visitsOf = (village: Village) => `/api/places/${village.placeId}/visits`
const wordsOf = async (village: Village) =>
  JSON.stringify(await village.context.database.reader.selectFrom('eventWords').selectAll().execute())

test('a note is read by its writer, by who went along and by the facilitator, and heard by nobody else', async () => {
  const village = await openVillage()
  const evening = await openEvening(village)
  const [cadre, facilitator, recorder] = await Promise.all(
    ['王建国', '陈静', '陈晓'].map((name) => village.as(name)),
  )
  const phone = await evening.phone('李婶')
  const listeners = await Promise.all([
    facilitator!.listen({ as: 'desk' }),
    recorder!.listen({ as: 'desk' }),
    phone.listen({ as: 'phone', meeting: evening.meetingId }),
  ])
  const own = await cadre!.listen({ as: 'desk' })
  const alone = visit()
  const along = visit({ visitors: [{ personId: village.people['陈晓'], name: '陈晓' }] })
  for (const one of [alone, along]) await cadre!.must('note-visit', one)
  const { seq } = await cadre!.must('raise-from-visit', line(alone.visitId))
  const idsFor = async (client: typeof cadre) =>
    (await client!.read(visitsOf(village))).visits.map(({ id }: { id: string }) => id).sort()
  const both = [alone.visitId, along.visitId].sort()
  expect(await idsFor(cadre)).toEqual(both)
  expect(await idsFor(facilitator)).toEqual(both)
  expect(await idsFor(recorder)).toEqual([along.visitId])
  expect(await idsFor(await village.as('赵明'))).toEqual([])
  expect(await phone.get(visitsOf(village))).toMatchObject({ status: 403 })
  expect(await village.stranger().get(visitsOf(village))).toMatchObject({ status: 401 })
  const heard = (one: (typeof listeners)[number]) => JSON.stringify(one.frames)
  await expect.poll(() => heard(own)).toContain('visit-line-raised')
  const upTo = (one: (typeof listeners)[number]) =>
    Math.max(...one.frames.map((frame) => ('upTo' in frame ? frame.upTo : 0)))
  for (const one of listeners) await expect.poll(() => upTo(one)).toBe(seq)
  expect(heard(listeners[0]!)).not.toContain('visit-')
  expect(heard(listeners[1]!).match(/visit-noted/g)).toHaveLength(1)
  expect(heard(listeners[1]!)).not.toContain(alone.visitId)
  expect(heard(listeners[2]!)).not.toContain('visit-')
})

test('a line becomes a matter of the place, and the link goes both ways for whoever may read the note', async () => {
  const village = await openVillage()
  const cadre = await village.as('王建国')
  const note = visit()
  await cadre.must('note-visit', note)
  const raised = line(note.visitId)
  await cadre.must('raise-from-visit', raised)
  const view = await cadre.read(visitsOf(village))
  expect(view.visits[0].raised).toEqual([{ concernId: raised.concernId, part: 'need', line: '屋顶漏雨' }])
  expect(view.concerns).toMatchObject([{ id: raised.concernId, no: 1, state: 'recorded' }])
  const back = await cadre.read(`${visitsOf(village)}?concern=${raised.concernId}`)
  expect(back.visits).toEqual(view.visits)
  const none = await (await village.as('陈晓')).read(`${visitsOf(village)}?concern=${raised.concernId}`)
  expect(none.visits).toEqual([])
  const { matters } = await village
    .stranger()
    .read(`/api/places/${village.placeId}/alike?q=${encodeURIComponent('屋顶漏雨')}`)
  expect(matters).toMatchObject([{ id: raised.concernId }])
  expect(JSON.stringify(matters)).not.toContain(note.visitId)
  const again = await cadre.command('raise-from-visit', line(note.visitId))
  expect(again.body).toMatchObject({ refused: 'already-exists', field: 'line' })
})

test('words that were changed or taken back are erased, also from the journal', async () => {
  const village = await openVillage()
  const cadre = await village.as('王建国')
  const note = visit()
  await cadre.must('note-visit', note)
  expect(await wordsOf(village)).toContain(SECRET)
  await cadre.must('change-visit', { ...note, seen: '一切都好' })
  expect(await wordsOf(village)).not.toContain(SECRET)
  const [changed] = (await cadre.read(visitsOf(village))).visits
  expect(changed).toMatchObject({ seen: '一切都好', need: note.need, changedAt: expect.any(String) })
  await cadre.must('raise-from-visit', line(note.visitId))
  await cadre.must('drop-visit', { visitId: note.visitId })
  expect((await cadre.read(visitsOf(village))).visits).toEqual([])
  expect(await wordsOf(village)).not.toMatch(/一切都好|低保|孙大伯/)
  expect(await wordsOf(village)).toContain('东头有一家屋顶漏雨')
})

test('many notes come in pages', async () => {
  const village = await openVillage()
  const cadre = await village.as('王建国')
  const notes = Array.from({ length: 45 }, (_, n) => visit({ onDay: n < 30 ? '2026-11-20' : '2026-11-21' }))
  for (const note of notes) await cadre.must('note-visit', note)
  const first = await cadre.read(visitsOf(village))
  const second = await cadre.read(`${visitsOf(village)}?before=${first.next}`)
  expect([first.visits.length, second.visits.length, second.next]).toEqual([40, 5, null])
  const seen = [...first.visits, ...second.visits].map(({ id }: { id: string }) => id)
  expect(new Set(seen)).toEqual(new Set(notes.map(({ visitId }) => visitId)))
  expect(await cadre.get(`${visitsOf(village)}?before=nonsense`)).toMatchObject({ status: 400 })
})
