import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Client } from '../../support/running/client.ts'
import { matter, promise } from '../../support/villages/stage.ts'
import { openEvening, openVillage, type Village } from '../../support/villages/village.ts'
import { liveUntil } from '../../support/villages/weeks.ts'

const LAMP = '路灯从开春就不亮'
const DITCH = '排水沟堵，雨天漫到路上'
const WELL = '三组的水井盖板裂了'

interface Promised {
  readonly concernId: string
  readonly commitmentId: string
}

/** A matter with a promise that was read back and confirmed. */
async function promised(village: Village, by: Client, meetingId: string, text: string, dueOn: string) {
  const ids = { concernId: randomUUID(), commitmentId: randomUUID() }
  await by.must('raise-concern', matter(meetingId, { text, concernId: ids.concernId }))
  await by.must('record-commitment', promise(village, { meetingId, ...ids, dueOn, measure: `办：${text}` }))
  await by.must('read-back-commitment', { commitmentId: ids.commitmentId })
  await by.must('confirm-commitment', { commitmentId: ids.commitmentId })
  return ids
}

/** An evening with three promises and a matter that nobody answered, closed. */
async function firstEvening(village: Village) {
  const { facilitator, meetingId, phone } = await openEvening(village)
  const lamp = await promised(village, facilitator, meetingId, LAMP, '2026-12-01')
  const ditch = await promised(village, facilitator, meetingId, DITCH, '2026-12-03')
  const well = await promised(village, facilitator, meetingId, WELL, '2026-12-31')
  const left = randomUUID()
  await facilitator.must('raise-concern', matter(meetingId, { concernId: left, text: '换灯的钱从哪儿出' }))
  const raiser = await phone('李婶')
  await facilitator.must('close-meeting', { meetingId })
  return { facilitator, meetingId, lamp, ditch, well, left, raiser }
}

const plan = (over: object = {}) => ({
  meetingId: randomUUID(),
  format: 'pavilion-talk',
  title: '十二月凉亭夜话',
  onDay: '2026-12-08',
  agenda: [
    { agendaItemId: randomUUID(), title: '上次答应的事' },
    { agendaItemId: randomUUID(), title: '今晚大家想说的' },
  ],
  ...over,
})

const hands = { done: { done: 18, partly: 2, not: 1 }, satisfied: { satisfied: 17, acceptable: 3, not: 1 } }
const count = ({ commitmentId }: Promised, meetingId: string, over: object = {}) => ({
  ...{ ratingId: randomUUID(), concernId: null, commitmentId, meetingId },
  ...{ ...hands, tellers: ['周志强', '孙丽'], ...over },
})

describe('the next evening', () => {
  test('what waits for it is one list: promises first, then what was left over, then what came in', async () => {
    const village = await openVillage()
    const { facilitator, lamp, ditch, left } = await firstEvening(village)
    await liveUntil(village, '2026-12-02')
    await facilitator.must('report-done', { commitmentId: lamp.commitmentId, report: '三盏都亮了。' })
    const asked = randomUUID()
    await facilitator.must('raise-concern', {
      ...matter('', { concernId: asked, text: '赶集那天村口停车', channel: 'call' }),
      meetingId: null,
    })
    await liveUntil(village, '2026-12-06')
    const { waiting, last, isAnythingPromised, notYetDue } = await facilitator.read(
      `/api/places/${village.placeId}/agenda/waiting?on=2026-12-08`,
    )
    expect(isAnythingPromised).toBe(true)
    expect(notYetDue).toEqual({ count: 1, firstOn: '2026-12-31' })
    expect(last.title).toBe('十一月凉亭夜话')
    expect(waiting.map((one: any) => [one.part, one.title, one.reason.kind])).toEqual([
      ['promised', DITCH, 'late'],
      ['promised', LAMP, 'reported'],
      ['unfinished', '换灯的钱从哪儿出', 'no-outcome'],
      ['unfinished', '村里的路灯', 'not-reached'],
      ['inbox', '赶集那天村口停车', 'came-in'],
    ])
    expect(waiting[0]).toMatchObject({ commitmentId: ditch.commitmentId, reason: { days: 3 } })
    expect(waiting[2]).toMatchObject({ concernId: left, isProposed: true })
    const { status } = await village.stranger().get(`/api/places/${village.placeId}/agenda/waiting`)
    expect(status).toBe(401)
  })

  test('a village that never promised anything has nothing to look back on', async () => {
    const village = await openVillage()
    const facilitator = await village.as('陈静')
    const { isAnythingPromised } = await facilitator.read(`/api/places/${village.placeId}/agenda/waiting`)
    expect(isAnythingPromised).toBe(false)
  })

  test('an item made of a matter is called as the matter is worded now, unless it was renamed by hand', async () => {
    const village = await openVillage()
    const facilitator = await village.as('陈静')
    const concernId = randomUUID()
    const about = { ...matter('', { concernId, text: '沟堵', channel: 'call' }), meetingId: null }
    await facilitator.must('raise-concern', about)
    const [item, other] = [randomUUID(), randomUUID()]
    const agenda = [item, other].map((agendaItemId) => ({ agendaItemId, title: '沟堵', concernId }))
    const planned = plan({ agenda })
    await facilitator.must('plan-meeting', planned)
    const { meetingId } = planned
    await facilitator.must('rename-agenda-item', { meetingId, agendaItemId: other, title: '先说说水沟' })
    await facilitator.must('reword-concern', { concernId, text: '三组的排水沟堵了', isAgreed: true })
    const titles = async () =>
      (await facilitator.room(meetingId)).agenda.map(({ title }: { title: string }) => title)
    expect(await titles()).toEqual(['三组的排水沟堵了', '先说说水沟'])
    await facilitator.must('reword-concern', { concernId, text: '三组的排水沟年年堵', isAgreed: true })
    expect(await titles()).toEqual(['三组的排水沟年年堵', '先说说水沟'])
  })

  test('opens with what was promised at the last, and the hands are on the wall', async () => {
    const village = await openVillage()
    const { facilitator, lamp, ditch, well } = await firstEvening(village)
    await liveUntil(village, '2026-12-02')
    await facilitator.must('report-done', { commitmentId: lamp.commitmentId, report: '三盏都亮了。' })
    await liveUntil(village, '2026-12-08')
    const evening = plan()
    const { meetingId } = evening
    await facilitator.must('plan-meeting', evening)
    await facilitator.must('open-meeting', { meetingId })
    const look = () => facilitator.read(`/api/places/${village.placeId}/meetings/${meetingId}/wall`)
    const first = await look()
    expect(first).toMatchObject({ itemNo: 1, promise: null })
    expect(first.review).toMatchObject({
      ...{ no: 1, of: 2, text: DITCH, owner: '王建国', firstDueOn: '2026-12-03', dueOn: '2026-12-03' },
      ...{ daysLate: 5, doneOn: null, judged: null },
    })
    await facilitator.must('show-promise', { meetingId, commitmentId: lamp.commitmentId })
    expect((await look()).review).toMatchObject({ no: 2, text: LAMP, report: '三盏都亮了。', daysLate: 0 })
    const nothing = {
      done: { done: null, partly: null, not: null },
      satisfied: { satisfied: null, acceptable: null, not: null },
    }
    const note = (soFar: object) =>
      facilitator.must('note-hands', { meetingId, commitmentId: lamp.commitmentId, ...nothing, ...soFar })
    expect((await look()).review.counting).toBeNull()
    const underWay = { satisfied: { satisfied: 21, acceptable: null, not: null } }
    await note(underWay)
    expect((await look()).review).toMatchObject({ judged: null, counting: { ...nothing, ...underWay } })
    await note({})
    expect((await look()).review.counting).toBeNull()
    // The desk goes away in the middle of a count, and the evening goes on.
    await note(underWay)
    await facilitator.must('show-promise', { meetingId, commitmentId: ditch.commitmentId })
    await facilitator.must('show-promise', { meetingId, commitmentId: lamp.commitmentId })
    expect((await look()).review.counting).toBeNull()
    await note(underWay)
    // A count ends also where nobody may count any more.
    await facilitator.must('take-back-report', { commitmentId: lamp.commitmentId })
    await note({})
    expect((await look()).review.counting).toBeNull()
    await facilitator.must('report-done', { commitmentId: lamp.commitmentId, report: '三盏都亮了。' })
    await note(underWay)
    await facilitator.must('count-hands', count(lamp, meetingId))
    expect((await look()).review.counting).toBeNull()
    expect((await look()).review.judged).toMatchObject({ done: 'done', hands, isTonight: true })

    // Reported while the evening is on: it joins.
    await facilitator.must('report-done', { commitmentId: well.commitmentId, report: '六块都换了。' })
    expect((await look()).review).toMatchObject({ no: 2, of: 3 })
    await facilitator.must('report-done', { commitmentId: ditch.commitmentId, report: '清完了。' })
    await facilitator.must('show-promise', { meetingId, commitmentId: ditch.commitmentId })
    const not = { done: { done: 2, partly: 0, not: 15 }, satisfied: { satisfied: 1, acceptable: 1, not: 15 } }
    await facilitator.must('count-hands', count(ditch, meetingId, not))
    expect((await look()).review).toMatchObject({ judged: { done: 'not' }, isReopened: true, of: 3 })
    expect((await look()).reviewed).toEqual([
      { done: 'done', satisfied: 'satisfied', count: 1 },
      { done: 'not', satisfied: 'not', count: 1 },
    ])
    await facilitator.must('start-agenda-item', { meetingId, agendaItemId: evening.agenda[1]!.agendaItemId })
    expect(await look()).toMatchObject({ itemNo: 2, review: null })
  })

  test('of two evenings at one place, neither sees nor ends what the other counts', async () => {
    const village = await openVillage()
    const { facilitator, lamp } = await firstEvening(village)
    await liveUntil(village, '2026-12-02')
    await facilitator.must('report-done', { commitmentId: lamp.commitmentId, report: '三盏都亮了。' })
    await liveUntil(village, '2026-12-08')
    const [here, there] = [plan(), plan({ title: '三组的板凳会' })]
    for (const evening of [here, there]) {
      await facilitator.must('plan-meeting', evening)
      await facilitator.must('open-meeting', { meetingId: evening.meetingId })
      await facilitator.must('show-promise', {
        meetingId: evening.meetingId,
        commitmentId: lamp.commitmentId,
      })
    }
    const counting = async ({ meetingId }: { meetingId: string }) =>
      (await facilitator.read(`/api/places/${village.placeId}/meetings/${meetingId}/wall`)).review.counting
    const soFar = (done: number | null) => ({
      done: { done, partly: null, not: null },
      satisfied: { satisfied: null, acceptable: null, not: null },
    })
    const note = ({ meetingId }: { meetingId: string }, done: number | null) =>
      facilitator.must('note-hands', { meetingId, commitmentId: lamp.commitmentId, ...soFar(done) })
    await note(here, 21)
    expect(await counting(there)).toBeNull()
    await note(there, 3)
    expect(await counting(here)).toEqual(soFar(21))
    await note(there, null)
    expect(await counting(here)).toEqual(soFar(21))
    await facilitator.must('close-meeting', { meetingId: there.meetingId })
    expect(await counting(here)).toEqual(soFar(21))
  })

  test('every phone in the hall gets the same promise, only whoever asked may judge it there, and the others hear that it was', async () => {
    const village = await openVillage()
    const { facilitator, meetingId: before, raiser } = await firstEvening(village)
    await facilitator.must('reopen-meeting', { meetingId: before })
    const commentId = randomUUID()
    const said = {
      commentId,
      meetingId: before,
      text: '桥头护栏松了',
      lane: 'masked',
      channel: 'phone',
      name: '李婶',
    }
    await raiser.must('post-comment', said)
    const [concernId, commitmentId] = [randomUUID(), randomUUID()]
    await facilitator.must(
      'raise-concern',
      matter(before, { concernId, commentId, text: said.text, lane: 'masked', raisedBy: '李婶' }),
    )
    await facilitator.must(
      'record-commitment',
      promise(village, { meetingId: before, concernId, commitmentId, dueOn: '2026-12-01' }),
    )
    await facilitator.must('read-back-commitment', { commitmentId })
    await facilitator.must('confirm-commitment', { commitmentId })
    await facilitator.must('close-meeting', { meetingId: before })
    await facilitator.must('report-done', { commitmentId, report: '焊牢了。' })
    await liveUntil(village, '2026-12-08')
    const evening = plan({ promises: [commitmentId] })
    await facilitator.must('plan-meeting', evening)
    await facilitator.must('open-meeting', { meetingId: evening.meetingId })
    const { code } = (await facilitator.room(evening.meetingId)).meeting
    const other = village.stranger()
    for (const phone of [raiser, other]) await phone.post('/api/sessions/join', { code, name: null })
    const path = `/api/places/${village.placeId}/meetings/${evening.meetingId}/review?as=phone`
    const [own, others] = [await raiser.read(path), await other.read(path)]
    expect([own, others].map(({ promises }) => promises[0].isOwn)).toEqual([true, false])
    expect(others.promises[0].concern.raisedBy).toBeNull()
    const rating = {
      ratingId: randomUUID(),
      concernId: null,
      commitmentId,
      done: 'done',
      satisfied: 'satisfied',
    }
    other.placeId = village.placeId
    const live = await other.listen({ meeting: evening.meetingId, as: 'phone' })
    await raiser.must('rate-outcome', { ...rating, word: null })
    // The other phone hears at once that hands are not raised for it any more, and not from whom.
    await expect.poll(() => live.events.map(({ type }) => type)).toContain('commitment-rated')
    const judged = live.events.filter(({ type }) => type.endsWith('-rated'))
    expect(new Set(judged.map(({ actorId }) => actorId))).toEqual(new Set(['']))
    expect((await other.read(path)).promises[0].rating).toMatchObject({ done: 'done', ratedById: null })
  })
})
