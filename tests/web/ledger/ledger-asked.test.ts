import { flushSync } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LedgerPage } from '../../../shared/ledger/ledger.ts'
import { anEvening, aPromise, PLACE } from '../../support/villages/evening.ts'
import {
  arrive,
  button,
  drain,
  key,
  lamp,
  leave,
  LEDGER,
  openBoard,
  press,
  sees,
  server,
  somebody,
  text,
  view,
  write,
} from '../../support/records/ledger-page.ts'

beforeEach(arrive)
afterEach(leave)

const rows = () =>
  [...document.querySelectorAll<HTMLElement>('[data-row]')].map(({ dataset }) => dataset['row'])
const address = () => new URLSearchParams(location.search)

test('one letter of title, measure, owner or the number finds it, and the address keeps what was asked', async () => {
  await openBoard(somebody('boss', 'facilitator'))
  for (const [q, found] of [
    ['路', ['lamp']],
    ['淤', ['drain']],
    ['陈静', ['drain']],
    ['47', ['lamp']],
  ] as const) {
    write('input[type=search]', q)
    expect(rows(), q).toEqual(found)
  }
  expect(address().get('q')).toBe('47')
  write('input[type=search]', '没这回事')
  expect(text()).toContain('没有找到')
  press(button('看全部'))
  expect(rows()).toHaveLength(2)
  expect(address().get('q')).toBeNull()
})

test('a standing is chosen and given up again, and counts stay in sight', async () => {
  await openBoard(somebody('boss', 'facilitator'))
  expect(button('过了日子').textContent).toContain('1')
  press(button('过了日子'))
  expect(rows()).toEqual(['drain'])
  expect(button('过了日子').getAttribute('aria-pressed')).toBe('true')
  expect(address().get('standing')).toBe('overdue')
  press(button('过了日子'))
  expect(rows()).toHaveLength(2)
})

test('sorting turns the rows of a group', async () => {
  const later = aPromise('later', { ...lamp, id: 'later', dueOn: '2026-12-20', timesMoved: 2 })
  await openBoard(somebody('boss', 'facilitator'), { [LEDGER]: view({ commitments: [lamp, drain, later] }) })
  expect(rows()).toEqual(['drain', 'lamp', 'later'])
  const sort = [...document.querySelectorAll('select')].find((one) => one.value === 'due')!
  sort.value = 'moved'
  sort.dispatchEvent(new Event('change', { bubbles: true }))
  flushSync()
  expect(rows()).toEqual(['drain', 'later', 'lamp'])
})

test('the address brings back view, standing, search and sort', async () => {
  history.replaceState(null, '', `/ledger?place=${PLACE}&view=unit&standing=overdue&q=淤&sort=moved`)
  await openBoard(somebody('wang', 'cadre'))
  expect(rows()).toEqual(['drain'])
  expect(document.querySelector<HTMLInputElement>('input[type=search]')!.value).toBe('淤')
})

test('a slash goes to the search, Escape empties it', async () => {
  await openBoard(somebody('boss', 'facilitator'))
  key('/')
  expect(document.activeElement).toBe(document.querySelector('input[type=search]'))
  write('input[type=search]', '淤')
  key('Escape')
  expect(rows()).toHaveLength(2)
})

test('the table and the month hang on the page', async () => {
  await openBoard(somebody('boss', 'facilitator'))
  expect(document.querySelector(`a[href^="/api/places/${PLACE}/ledger.csv"]`)).not.toBeNull()
  expect(document.querySelector(`a[href="/public/${PLACE}/month/2026-11"]`)).not.toBeNull()
})

const township = () => {
  const me = somebody('zhao', 'township')
  return { ...me, places: me.places.map((place) => ({ ...place, kind: 'township' as const })) }
}
const here = view({ commitments: [], place: { ...anEvening().place, kind: 'township' } })
const FAR = `GET /api/places/${PLACE}/ledger\\?.*`
const far = (changed: Partial<LedgerPage> = {}): LedgerPage => ({
  asOf: 1,
  today: '2026-11-22',
  place: here.place,
  view: 'below',
  places: [{ ...anEvening().place, id: 'v1', name: '榕树村' }],
  counts: { overdue: 1, soon: 0, 'on-track': 1, spoken: 0, settled: 0 },
  matters: [drain].map((commitment) => ({
    placeId: 'v1',
    commitment,
    concern: null,
    meeting: { id: 'm', title: '夜话', onDay: '2026-11-01' },
    dueChanges: [],
    progress: [],
  })),
  next: 'more',
  ...changed,
})

test('a township looks below itself, page by page, and is told when that does not arrive', async () => {
  history.replaceState(null, '', `/ledger?place=${PLACE}&view=unit`)
  await openBoard(township(), { [LEDGER]: here, [FAR]: far() })
  press(button('下面各村'))
  await sees('榕树村')
  expect(text()).toContain('过了 7 天')
  const second = { ...far().matters[0]!, commitment: lamp }
  server.answers[FAR] = far({ matters: [second], next: null })
  press(button('再看一些'))
  await vi.waitFor(() => expect(rows()).toEqual(['drain', 'lamp']))
  expect(server.asked.some(({ path }) => path.includes('after=more'))).toBe(true)
  server.answers[FAR] = null
  write('input[type=search]', '路')
  await sees('下面各村的没取来')
  server.answers[FAR] = far({ matters: [], next: null, places: [] })
  press(button('再试一次'))
  await sees('没有找到')
})
