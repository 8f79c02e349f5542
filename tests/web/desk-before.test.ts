import { expect, test } from 'vitest'
import {
  click,
  Feed,
  find,
  isSent,
  open,
  press,
  ROOM,
  sees,
  sent,
  somebody,
  text,
  usesDesk,
  write,
} from '../support/desk.ts'
import { aConcern, anEvening, aPromise, MEETING, PLACE } from '../support/evening.ts'

usesDesk()

const EARLIER = `GET /api/places/${PLACE}/ledger?view=unit&standing=settled&sort=newest`.replaceAll(
  '?',
  '\\?',
)
const done = (id: string, measure: string, state: 'done' | 'settled' = 'done') => ({
  placeId: PLACE,
  commitment: aPromise(id, {
    meetingId: 'october',
    measure,
    state,
    doneOn: '2026-11-20',
    report: '换好了。',
  }),
  concern: null,
  meeting: { id: 'october', title: '十月', onDay: '2026-10-25' },
  dueChanges: [],
  progress: [],
})
const page = { asOf: 9, matters: [done('lamp', '更换路灯'), done('well', '淘井', 'settled')], next: null }
const openWith = (changed: Parameters<typeof anEvening>[0] = {}) =>
  open(`/desk/meeting/${MEETING}`, somebody('facilitator'), {
    [ROOM]: anEvening(changed),
    [EARLIER]: page,
  })
const fields = () => [...document.querySelectorAll<HTMLInputElement>('aside.promised form input')]

test('what was promised before and reported done is judged by hands that two people counted', async () => {
  await openWith()
  await sees('上次答应、说是办好了的')
  expect(text()).not.toContain('淘井')
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

test('letters typed while counting are letters, and leaving keeps nothing', async () => {
  await openWith()
  await sees('上次答应、说是办好了的')
  click('数手')
  press('w', {}, fields()[0]!)
  expect(sent('clear-wall')).toEqual([])
  press('Escape', {}, fields()[0]!)
  expect(fields()).toEqual([])
})

test('it leaves the list when another desk has recorded the hands', async () => {
  await openWith()
  await sees('更换路灯')
  page.matters = []
  Feed.tell(11, 'commitment-rated', { commitmentId: 'lamp', meetingId: 'october' })
  await expect.poll(text).not.toContain('上次答应、说是办好了的')
})

test('a matter for the assembly says why it has to be decided there', async () => {
  await openWith({ concerns: [aConcern('m1', '卖掉村口的老房子', { no: 48, state: 'recorded' })] })
  await sees('还没着落的')
  press('v')
  const field = find<HTMLInputElement>('.strip input')
  write(field, '集体财产，要村民会议定')
  press('Enter', {}, field)
  await isSent('put-to-assembly', { concernId: 'm1', reason: '集体财产，要村民会议定' })
})
