import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LadderView } from '../../../shared/custody/custody.ts'
import type { Me } from '../../../shared/people/person.ts'
import { toasts } from '../../../web/ui/feedback/toast.svelte.ts'
import { aConcern, anEvening, aPromise, PLACE } from '../../support/villages/evening.ts'
import {
  arrive,
  button,
  leave,
  LEDGER,
  open as openPage,
  openBoard,
  press,
  sees,
  sent,
  server,
  somebody,
  text,
  view,
} from '../../support/records/ledger-page.ts'

beforeEach(arrive)
afterEach(leave)

const VILLAGE = { ...anEvening().place, id: 'v1', name: '榕树村' }
const LADDER = `GET /api/places/${PLACE}/ladder`
const offered = (id: string, answerBy: string) => ({
  id,
  meetingId: null,
  firstPlaceId: 'v1',
  holderId: 'v1',
  heldSince: '2026-11-20T00:00:00.000Z',
  offer: {
    ...{ fromPlaceId: 'v1', toPlaceId: PLACE, because: 'asked' as const, reason: '要吊车' },
    ...{ offeredOn: '2026-11-20', answerBy },
  },
})
const ladder = (changed: Partial<LadderView> = {}): LadderView => ({
  asOf: 1,
  ladder: [anEvening().place],
  custodies: [],
  steps: [],
  held: [offered('a', '2026-11-24'), offered('b', '2026-11-20'), offered('c', '2026-11-25')],
  tossed: [],
  places: [VILLAGE, anEvening().place],
  concerns: [aConcern('a', '路塌了'), aConcern('b', '桥裂了'), aConcern('c', '河堵了')],
  ...changed,
})
const township = () => {
  const me = somebody('zhao', 'township')
  return { ...me, places: me.places.map((place) => ({ ...place, kind: 'township' as const })) }
}
const here = view({ commitments: [], place: { ...anEvening().place, kind: 'township' } })
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
const open = async (answers = {}) => {
  history.replaceState(null, '', `/ledger?place=${PLACE}&view=unit`)
  await openBoard(township(), { [LEDGER]: here, [LADDER]: ladder(), ...answers })
  await sees('路塌了')
}

test('what waits for an answer stands first, the most pressing on top, and says until when', async () => {
  await open()
  const rows = [...document.querySelectorAll('[data-matter]')].map((row) => row.textContent)
  expect(rows.map((row) => /桥裂了|路塌了|河堵了/.exec(row!)?.[0])).toEqual(['桥裂了', '路塌了', '河堵了'])
  expect(rows[1]).toContain('最晚11月24日回话')
  expect(rows[1]).toContain('榕树村')
})

test('several are accepted at once; one refusal does not stop the others, and the slip is undone', async () => {
  await open()
  press(boxes().at(-1)!)
  const answers = server.answers
  const fetch = server.fetch
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) =>
    String(init?.body).includes('"concernId":"a"') && path.includes('accept-matter')
      ? new Response(JSON.stringify({ refused: 'no-offer', sentence: '' }), {
          status: 409,
          headers: { 'Content-Type': 'application/json' },
        })
      : fetch(path, init),
  )
  answers[LADDER] = ladder({ held: [offered('a', '2026-11-24')] })
  press(button('接下选中的 3 件'))
  await vi.waitFor(() => expect(toasts.now?.text).toContain('接下来 2 件'))
  expect(sent('accept-matter').map(({ body }) => body)).toEqual([
    { placeId: 'v1', concernId: 'b' },
    { placeId: 'v1', concernId: 'c' },
  ])
  await sees('这里没有等着回话的事')
  toasts.undo()
  await vi.waitFor(() => expect(sent('take-back-acceptance')).toHaveLength(2))
  expect(sent('take-back-acceptance')[0]!.body).toEqual({ placeId: 'v1', concernId: 'b' })
})

test('what was sent back three times is seen above with both who did it', async () => {
  await open({
    [LADDER]: ladder({ tossed: [{ concernId: 'a', firstPlaceId: 'v1', between: ['v1', PLACE] }] }),
  })
  expect(text()).toContain('退了三回')
  expect(text()).toContain('在榕树村和柳树湾村之间来回')
})

test('a place whose own matter was handed on says on its row who is asked, and until when', async () => {
  const custody = { ...offered('dark', '2026-11-24'), firstPlaceId: PLACE, holderId: PLACE }
  const up = { ...custody, offer: { ...custody.offer, fromPlaceId: PLACE, toPlaceId: 'v1' } }
  await openBoard(somebody('boss', 'facilitator'), {
    [LADDER]: ladder({ held: [], custodies: [up], concerns: [] }),
  })
  await sees('等榕树村回话，最晚11月24日')
})

test('a matter of a village that the township opened is still there after a reload, for a colleague and on the way back', async () => {
  const there = { [`GET /api/places/v1/matters/a`]: 404, [`GET /api/places/${PLACE}/matters/a`]: 404 }
  await open(there)
  press(document.querySelector<HTMLElement>('[data-row$="路塌了"]')!)
  expect(location.hash).toBe('#v1/a')
  const { pathname, search, hash } = location
  const asks = () => server.asked.filter(({ path }) => path.endsWith('/matters/a')).map(({ path }) => path)
  await leave()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T12:00:00Z') })
  history.replaceState(null, '', pathname + search + hash)
  await openBoard(township(), { [LEDGER]: here, [LADDER]: ladder(), ...there })
  await vi.waitFor(() => expect(asks()).toEqual(['/api/places/v1/matters/a']))
  expect(location.hash).toBe('#v1/a')
})

test('the link in a reminder about a village opens its matter for whoever works above it', async () => {
  history.replaceState(null, '', '/ledger?place=v1#a')
  await openBoard(township(), { [LEDGER]: here, [LADDER]: ladder(), 'GET /api/places/v1/matters/a': 404 })
  await vi.waitFor(() => expect(server.asked.map(({ path }) => path)).toContain('/api/places/v1/matters/a'))
  expect(location.search).toContain(`place=${PLACE}`)
  expect(location.hash).toBe('#v1/a')
})

test('whoever turns to another of their places finds its list, not the matter that lay open at the first', async () => {
  const me = township()
  const both = { ...me, places: [...me.places, { ...VILLAGE, roles: ['recorder' as const] }] }
  history.replaceState(null, '', `/ledger?place=${PLACE}&view=unit#v9/x`)
  await openBoard(both, {
    [LEDGER]: here,
    [LADDER]: ladder(),
    'GET /api/places/v1/ledger': view({ place: VILLAGE }),
  })
  const select = document.querySelector('select')!
  select.value = 'v1'
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await sees('清淤 120 米')
  expect(location.hash).toBe('')
  expect(location.search).toContain('place=v1')
})

test('whoever has to log in first comes back to the very matter that the link named', async () => {
  const stranger: Me = { setupNeeded: false, setupKeyNeeded: false, actor: null, places: [] }
  history.replaceState(null, '', `/ledger?place=${PLACE}&view=waiting#v1/a`)
  await openPage(stranger)
  const loginLink = () => document.querySelector<HTMLAnchorElement>('a[href^="/desk/login"]')
  await vi.waitFor(() => expect(loginLink()).not.toBeNull())
  const link = loginLink()!
  link.addEventListener('click', (event) => event.preventDefault())
  press(link)
  expect(new URL(link.href).searchParams.get('back')).toBe(`/ledger?place=${PLACE}&view=waiting#v1/a`)
})

test('what somebody of the township promised for a village stands in their own list, and opens there', async () => {
  const matter = {
    ...{ placeId: 'v1', concern: null, meeting: null, dueChanges: [], progress: [] },
    commitment: aPromise('pump', { state: 'open', measure: '修水泵', ownerId: 'zhao' }),
  }
  const page = {
    ...{ asOf: 1, today: '2026-11-22', place: here.place, view: 'mine', next: null, matters: [matter] },
    ...{ places: [VILLAGE], counts: { overdue: 1, soon: 0, 'on-track': 0, spoken: 0, settled: 0 } },
  }
  history.replaceState(null, '', `/ledger?place=${PLACE}&view=mine&standing=overdue`)
  await openBoard(township(), {
    [`GET /api/places/${PLACE}/ledger\\?view=mine.*`]: page,
    ...{ [LEDGER]: here, [LADDER]: ladder() },
  })
  await sees('修水泵')
  press(document.querySelector<HTMLElement>('[data-row="pump"]')!)
  expect(location.hash).toBe('#v1/pump')
})
