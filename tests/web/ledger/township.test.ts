import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LadderView } from '../../../shared/custody/custody.ts'
import type { WaitingMatter, WaitingView } from '../../../shared/ledger/waiting.ts'
import { aConcern, anEvening, aPromise, PLACE } from '../../support/villages/evening.ts'
import {
  arrive,
  button,
  key,
  leave,
  LEDGER,
  openBoard,
  press,
  sees,
  sent,
  somebody,
  text,
  view,
  write,
} from '../../support/records/ledger-page.ts'

beforeEach(arrive)
afterEach(leave)

const WAITING = `GET /api/places/${PLACE}/waiting`
const LADDER = `GET /api/places/${PLACE}/ladder`
const place = { ...anEvening().place, kind: 'township' as const, name: '青石镇' }
const row = (
  id: string,
  kind: WaitingMatter['kind'],
  placeId: string,
  over: Parameters<typeof aPromise>[1] = {},
): WaitingMatter => ({
  ...{ kind, stage: kind === 'red' ? 'red' : 'yellow', placeId, concern: null, meeting: null },
  ...{ dueChanges: [], progress: [] },
  commitment: aPromise(id, {
    ...{ state: 'open', measure: `${id}办好`, from: '2026-11-01' },
    ...{ firstDueOn: '2026-11-15', dueOn: '2026-11-15', ...over },
  }),
})
const asked = { askedDueOn: '2026-11-30', askedReason: '厂里停电' }
const soon = { firstDueOn: '2026-11-25', dueOn: '2026-11-25' }
const waiting: WaitingView = {
  ...{ asOf: 1, today: '2026-11-22', place, hasMore: false },
  counts: { overdue: 3, soon: 1, 'on-track': 51, spoken: 0, settled: 188 },
  matters: [
    row('水池', 'extension', 'v1', asked),
    row('捐款', 'red', 'v2'),
    row('门锁', 'late', 'v1'),
    row('井盖', 'extension', 'v2', { ...asked, ...soon }),
  ],
  places: [
    { placeId: 'v1', name: '核桃沟村', open: 6, rated: 9, satisfied: 7 },
    { placeId: 'v2', name: '柳树湾村', open: null, rated: null, satisfied: null },
  ],
}
const offer = (id: string, answerBy: string) => ({
  ...{ id, meetingId: null, firstPlaceId: 'v2', holderId: 'v2', heldSince: '2026-11-20T00:00:00.000Z' },
  offer: {
    ...{ fromPlaceId: 'v2', toPlaceId: PLACE, because: 'asked' as const, reason: '村里修不了' },
    ...{ offeredOn: '2026-11-20', answerBy },
  },
})
const ladder: LadderView = {
  ...{ asOf: 1, ladder: [place], custodies: [], steps: [], tossed: [] },
  held: [offer('a', '2026-11-24'), offer('b', '2026-11-20')],
  places: [{ ...place, id: 'v2', name: '柳树湾村', kind: 'village' }, place],
  concerns: [aConcern('a', '路塌了'), aConcern('b', '桥裂了')],
}
async function open(): Promise<void> {
  const me = somebody('zhao', 'township')
  const above = { ...me, places: me.places.map((one) => ({ ...one, kind: 'township' as const })) }
  await openBoard(above, {
    [LEDGER]: view({ commitments: [], place }),
    [WAITING]: waiting,
    [LADDER]: ladder,
  })
  await sees('路塌了')
}
const groups = () => [...document.querySelectorAll('section h2 b')].map((one) => one.textContent)

test('whoever stands above sees first what needs them: red, hand-ups, later days, late; not an empty ledger', async () => {
  await open()
  expect(groups().slice(0, 4)).toEqual(['1', '2', '2', '1'])
  expect(text()).toContain('核桃沟村')
  expect(text()).toContain('过了 7 天')
  expect(text()).not.toContain('还没有答应过的事')
  const late = [...document.querySelectorAll('a')].find((one) => one.textContent?.includes('看 3 件'))
  expect(late?.getAttribute('href')).toBe(`/ledger?place=${PLACE}&view=below&standing=overdue`)
  expect(text()).toContain('太少，不列')
})

test('a later day nobody answered in time is not agreed to any more: what is offered can still be done', async () => {
  await open()
  const said = (id: string) => document.querySelector(`[data-row="${id}"]`)!.closest('li')!.textContent
  expect(said('水池')).toContain('没人回，日子到了')
  expect(said('水池')).toContain('问办到哪一步')
  expect(said('水池')).not.toContain('同意')
  expect(said('井盖')).toContain('同意')
  press(button('同意'))
  await vi.waitFor(() => expect(sent('move-due-date')).toHaveLength(1))
  expect(sent('move-due-date')[0]!.body).toEqual({
    ...{ placeId: 'v2', commitmentId: '井盖', dueOn: '2026-11-30', reason: '厂里停电' },
  })
})

test('a hand-up is answered by two actions, and several at once', async () => {
  await open()
  for (const box of document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) press(box)
  key('a')
  await vi.waitFor(() => expect(sent('accept-matter')).toHaveLength(2))
})

test('several go back with one reason', async () => {
  await open()
  for (const box of document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) press(box)
  press(button('退回，写原因'))
  write('.bulk form input', '先把断口围起来')
  press(button('发出去'))
  await vi.waitFor(() => expect(sent('return-matter')).toHaveLength(2))
  expect(sent('return-matter')[0]!.body).toMatchObject({ placeId: 'v2', reason: '先把断口围起来' })
})

test('only one village and one kind are looked at where that is wanted', async () => {
  await open()
  const [places, kinds] = [...document.querySelectorAll<HTMLSelectElement>('.sift select')]
  const choose = (select: HTMLSelectElement, value: string) => {
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }
  choose(places!, 'v1')
  await vi.waitFor(() => expect(groups().slice(0, 2)).toEqual(['1', '1']))
  choose(kinds!, 'late')
  await vi.waitFor(() => expect(document.querySelector('[data-row="水池"]')).toBeNull())
  expect(document.querySelector('[data-row="门锁"]')).not.toBeNull()
})
