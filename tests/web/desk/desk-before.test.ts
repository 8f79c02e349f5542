import { expect, test, vi } from 'vitest'
import type { ReviewedPromise } from '../../../shared/agenda/review.ts'
import type { Rating } from '../../../shared/ratings/rating.ts'
import {
  click,
  Feed,
  find,
  isSent,
  open,
  openEvening,
  press,
  ROOM,
  sees,
  sent,
  somebody,
  text,
  usesDesk,
  write,
} from '../../support/records/desk.ts'
import { aConcern, anEvening, aPromise, MEETING, PLACE } from '../../support/villages/evening.ts'

usesDesk()

const REVIEW = `GET /api/places/${PLACE}/meetings/${MEETING}/review.*`
const before = (id: string, measure: string, state: 'done' | 'open' = 'done'): ReviewedPromise => ({
  commitment: aPromise(id, {
    meetingId: 'october',
    measure,
    state,
    confirmedAt: '2026-10-25T11:45:00.000Z',
    ...(state === 'done' ? { doneOn: '2026-11-20', report: '换好了。' } : {}),
  }),
  concern: null,
  photos: [],
  rating: null,
  counting: null,
  isOwn: false,
})
const openWith = (
  commitmentId: string,
  promises = [before('lamp', '更换路灯'), before('well', '淘井', 'open')],
) => {
  const view = { asOf: 10, today: '2026-11-22', promises }
  const shown = anEvening({}, { wall: { kind: 'review', commitmentId } })
  return open(`/desk/meeting/${MEETING}`, somebody('facilitator'), { [ROOM]: shown, [REVIEW]: view }).then(
    () => view,
  )
}
const fields = () => [...document.querySelectorAll<HTMLInputElement>('aside.promised form input')]
const buttons = () => [...document.querySelectorAll('button')].map(({ textContent }) => textContent)

test('what was promised before and reported done is judged by hands that two people counted', async () => {
  await openWith('lamp')
  await sees('上次答应的')
  await sees('11月20日说是办好了')
  click('数手')
  const [isDone, , notDone, satisfied, , , one, other] = fields()
  write(isDone!, '21')
  write(notDone!, '3')
  write(one!, '陈静')
  click('两人数的一样')
  expect(sent('count-hands')).toEqual([])
  await sees('两个问题都要数')
  write(satisfied!, '24')
  write(other!, '孙丽')
  await sees('24 只手')
  click('两人数的一样')
  await isSent('count-hands', {
    ...{ commitmentId: 'lamp', concernId: null, meetingId: MEETING, tellers: ['陈静', '孙丽'] },
    ...{ done: { done: 21, partly: 0, not: 3 }, satisfied: { satisfied: 24, acceptable: 0, not: 0 } },
  })
  await sees('自动再办')
})

test('while the wall shows a promise of before, the head of the desk counts the same list as the wall', async () => {
  await openWith('well')
  await sees('上次答应的，第二件，共二件')
  expect(document.querySelector('header .item')!.textContent).toContain('淘井')
  expect(document.querySelector('header .item')!.textContent).not.toContain('共一件')
})

test('what nobody reported done is looked at, not judged', async () => {
  await openWith('well', [before('well', '淘井', 'open'), before('lamp', '更换路灯')])
  await sees('淘井')
  expect(buttons().some((label) => label?.includes('下一件'))).toBe(true)
  expect(buttons().some((label) => label?.includes('数手'))).toBe(false)
})

test('letters typed while counting are letters, and leaving keeps nothing', async () => {
  await openWith('lamp')
  await sees('说是办好了')
  click('数手')
  press('w', {}, fields()[0]!)
  expect(sent('clear-wall')).toEqual([])
  press('Escape', {}, fields()[0]!)
  expect(fields()).toEqual([])
})

test('it says what the hall said when another desk has recorded the hands', async () => {
  const view = await openWith('lamp')
  await sees('评了 0 / 2')
  const [lamp, well] = view.promises
  const hands: Rating = {
    ...{ id: 'hands', concernId: null, commitmentId: 'lamp', meetingId: 'october', countedAtId: MEETING },
    ...{ channel: 'hands', done: 'done', satisfied: 'satisfied', hands: null, round: 0, word: null },
    ...{ ratedOn: '2026-11-22', ratedAt: '2026-11-22T11:50:00.000Z', ratedById: null, witness: null },
    tellers: ['陈静', '孙丽'],
  }
  const { commitment } = lamp!
  view.promises = [{ ...lamp!, commitment: { ...commitment, state: 'rated' }, rating: hands }, well!]
  Feed.tell(11, 'commitment-rated', { commitmentId: 'lamp', meetingId: 'october' })
  await sees('评了 1 / 2')
  await sees('大家说办成了，满意')
  expect(buttons().some((label) => label?.includes('数手'))).toBe(false)
})

test('a judgement by phone during a count ends the count, and the desk says who judged and how', async () => {
  const view = await openWith('lamp')
  await sees('说是办好了')
  click('数手')
  write(fields()[0]!, '4')
  const [lamp, well] = view.promises
  const phone: Rating = {
    ...{ id: 'phone', concernId: null, commitmentId: 'lamp', meetingId: 'october', countedAtId: null },
    ...{ channel: 'phone', done: 'done', satisfied: 'acceptable', hands: null, round: 0, word: null },
    ...{ ratedOn: '2026-11-22', ratedAt: '2026-11-22T11:50:00.000Z', ratedById: null, witness: null },
    tellers: [],
  }
  view.promises = [{ ...lamp!, commitment: { ...lamp!.commitment, state: 'rated' }, rating: phone }, well!]
  Feed.tell(11, 'commitment-rated', { commitmentId: 'lamp', meetingId: 'october' })
  await sees('「更换路灯」提的人用手机说办成了，还可以，不用再数手')
  expect(fields()).toEqual([])
  await sees('评了 1 / 2')
  expect(text()).not.toContain('大家说')
  expect(buttons().some((label) => label?.includes('下一件'))).toBe(true)
  const none = { done: null, partly: null, not: null }
  await isSent('note-hands', { commitmentId: 'lamp', meetingId: MEETING, done: none })
})

test('hands that are no number are not counted as none', async () => {
  await openWith('lamp')
  await sees('说是办好了')
  click('数手')
  const [isDone, , notDone, satisfied, , , one, other] = fields()
  write(isDone!, '９')
  write(notDone!, '-3')
  write(satisfied!, '9')
  write(one!, '陈静')
  write(other!, '孙丽')
  await sees('手数只写数字')
  click('两人数的一样')
  expect(sent('count-hands')).toEqual([])
  write(notDone!, '0')
  expect(text()).not.toContain('手数只写数字')
  click('两人数的一样')
  await isSent('count-hands', { done: { done: 9, partly: 0, not: 0 } })
})

test('that two people have to count is not said any more once another name is written', async () => {
  await openWith('lamp')
  await sees('说是办好了')
  click('数手')
  const [isDone, , , satisfied, , , one, other] = fields()
  write(isDone!, '9')
  write(satisfied!, '9')
  write(one!, '陈静')
  write(other!, '陈静')
  click('两人数的一样')
  await sees('写上数手的两个人')
  write(other!, '孙丽')
  expect(document.querySelector('[role=alert]')).toBeNull()
})

test('a matter for the assembly says why it has to be decided there', async () => {
  await openEvening({ concerns: [aConcern('m1', '卖掉村口的老房子', { no: 48, state: 'recorded' })] })
  await sees('还没着落的')
  press('v')
  const field = find<HTMLInputElement>('.strip input')
  write(field, '集体财产，要村民会议定')
  press('Enter', {}, field)
  await isSent('put-to-assembly', { concernId: 'm1', reason: '集体财产，要村民会议定' })
})

test('what another evening counts, or turns its wall to, is not shown at this one', async () => {
  const view = await openWith('lamp')
  await sees('11月20日说是办好了')
  const soFar = {
    done: { done: 4, partly: null, not: null },
    satisfied: { satisfied: null, acceptable: null, not: null },
  }
  Feed.tell(11, 'hands-noted', { meetingId: 'next-door', commitmentId: 'lamp', ...soFar })
  expect(text()).not.toContain('不数了')
  view.promises = view.promises.map((one) => ({ ...one, counting: soFar }))
  Feed.tell(12, 'hands-noted', { commitmentId: 'lamp', ...soFar })
  await sees('不数了')
  Feed.tell(13, 'wall-turned', { meetingId: 'next-door', commitmentId: 'well' })
  Feed.tell(14, 'meeting-closed', { meetingId: 'next-door' })
  expect(text()).toContain('不数了')
})

test('a count that another desk left behind is ended here with one press', async () => {
  await openWith('lamp')
  await sees('11月20日说是办好了')
  const hands = {
    done: { done: 4, partly: null, not: null },
    satisfied: { satisfied: null, acceptable: null, not: null },
  }
  Feed.tell(11, 'hands-noted', { commitmentId: 'lamp', ...hands })
  await sees('不数了')
  click('不数了')
  await isSent('note-hands', {
    ...{ meetingId: MEETING, commitmentId: 'lamp' },
    done: { done: null, partly: null, not: null },
    satisfied: { satisfied: null, acceptable: null, not: null },
  })
})

test('the last promise of before offers no next one', async () => {
  await openWith('well')
  await sees('淘井')
  expect(buttons().some((label) => label?.includes('下一件'))).toBe(false)
  expect(buttons().some((label) => label?.includes('淘井'))).toBe(true)
})

test('the card of a matter that an agenda item brought leaves the desk when the item is dropped', async () => {
  const item = { ...anEvening().agenda[0]!, id: 'brought', position: 2, concernId: 'm2', title: '水沟堵了' }
  const evening = anEvening({
    agenda: [...anEvening().agenda, item],
    concerns: [aConcern('m2', '水沟堵了三天', { meetingId: null, state: 'recorded' })],
  })
  const answers: Record<string, object> = { [ROOM]: evening }
  await open(`/desk/meeting/${MEETING}`, somebody('facilitator'), answers)
  await sees('水沟堵了三天')
  Object.assign(evening, { ...anEvening(), asOf: 11 })
  Feed.tell(11, 'agenda-item-dropped', { agendaItemId: 'brought' })
  // Sooner than a line that fell silent is read anew.
  await vi.waitFor(() => expect(text()).not.toContain('水沟堵了三天'), { timeout: 2_000 })
})
