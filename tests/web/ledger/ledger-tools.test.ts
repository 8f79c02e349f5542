import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { figuresHere, type FiguresView } from '../../../shared/ledger/month/figures.ts'
import { added } from '../../../shared/ledger/month/month.ts'
import { toasts } from '../../../web/ui/feedback/toast.svelte.ts'
import { anEvening, PLACE } from '../../support/villages/evening.ts'
import {
  arrive,
  button,
  drain,
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

beforeEach(() => {
  arrive()
  // jsdom draws no modal dialog.
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})
afterEach(leave)

const asked = (method: string, path: string) =>
  server.asked.filter((one) => one.method === method && one.path === path)

describe('views', () => {
  const kept = {
    viewId: 'v',
    placeId: PLACE,
    name: '改期多的',
    question: { view: 'unit', sort: 'moved', q: '淤' },
  }

  test('what is looked at is kept under a name, and a second press does not keep it twice', async () => {
    history.replaceState(null, '', `/ledger?place=${PLACE}&view=unit&standing=overdue&q=淤`)
    await openBoard(somebody('boss', 'facilitator'), {
      'GET /api/saved-views': [],
      'POST /api/saved-views': null,
    })
    await vi.waitFor(() => press(button('存下这样看')))
    write('.views input', '过了日子的')
    press(button('存下'))
    await sees('没发出去，您写的还在这里')
    server.answers['POST /api/saved-views'] = kept
    press(button('存下'))
    await vi.waitFor(() => expect(toasts.now?.text).toContain('存下了'))
    const [first, second] = asked('POST', '/api/saved-views')
    expect(second!.body).toEqual(first!.body)
    expect(first!.body).toMatchObject({
      placeId: PLACE,
      name: '过了日子的',
      question: { view: 'unit', standing: 'overdue', sort: 'due', q: '淤' },
    })
  })

  test('one press looks at it again; forgetting it is undone by one press', async () => {
    await openBoard(somebody('boss', 'facilitator'), {
      'GET /api/saved-views': [kept],
      'POST /api/saved-views': kept,
      'DELETE /api/saved-views/v': { viewId: 'v' },
    })
    const link = () => [...document.querySelectorAll('a')].find((one) => one.textContent === '改期多的')
    await vi.waitFor(() => expect(link()).toBeDefined())
    press(link()!)
    expect(document.querySelector<HTMLInputElement>('input[type=search]')!.value).toBe('淤')
    expect(new URLSearchParams(location.search).get('sort')).toBe('moved')
    press(document.querySelector<HTMLElement>('[aria-label="不留「改期多的」"]')!)
    await vi.waitFor(() => expect(toasts.now?.undo).toBeDefined())
    toasts.undo()
    await vi.waitFor(() => expect(asked('POST', '/api/saved-views')[0]?.body).toEqual(kept))
  })
})

test('a calendar’s address is shown once, and taken back by two presses', async () => {
  const link = { linkId: 'l', placeId: PLACE, scope: 'mine', madeAt: '2026-11-20T02:00:00.000Z' }
  await openBoard(somebody('boss', 'facilitator'), {
    'GET /api/calendar-links': [link],
    'POST /api/calendar-links': { ...link, token: 't', address: 'https://x/calendar/t.ics' },
    'DELETE /api/calendar-links/l': { linkId: 'l' },
  })
  press(button('放进日历'))
  await sees('我在柳树湾村答应的')
  press(button('要我答应的'))
  await vi.waitFor(() =>
    expect(document.querySelector<HTMLInputElement>('input[readonly]')?.value).toBe(
      'https://x/calendar/t.ics',
    ),
  )
  expect(asked('POST', '/api/calendar-links')[0]!.body).toEqual({
    placeId: PLACE,
    scope: 'mine',
    language: 'zh-Hans',
  })
  press(button('作废'))
  expect(asked('DELETE', '/api/calendar-links/l')).toHaveLength(0)
  press(button('作废，订阅的都会断'))
  await vi.waitFor(() => expect(asked('DELETE', '/api/calendar-links/l')).toHaveLength(1))
  await vi.waitFor(() => expect(document.querySelector('input[readonly]')).toBeNull())
})

describe('figures', () => {
  const FIGURES = `GET /api/places/${PLACE}/figures`
  const sums = {
    ...added([]),
    raised: 12,
    responded: 9,
    due: 7,
    resolved: 6,
    rated: 5,
    satisfied: 4,
    unrated: 2,
    declined: 1,
  }
  const figures = (changed: Partial<FiguresView> = {}): FiguresView => ({
    asOf: 1,
    today: '2026-11-22',
    place: anEvening().place,
    ...figuresHere({
      months: [{ month: '2026-11', sums }],
      ages: [3, 2, 0, 1],
      channels: { meeting: 8, form: 2, call: 2, paper: 0, visit: 0, import: 0 },
    }),
    ...changed,
  })
  const rows = (title: string) => {
    const table = [...document.querySelectorAll('table')].find((one) => one.caption?.textContent === title)
    return [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    )
  }

  test('each picture is a table too, with what is unrated and declined beside the rates', async () => {
    await openBoard(somebody('boss', 'facilitator'), { [FIGURES]: figures() })
    await sees('这半年')
    expect(rows('三率')).toEqual([
      ['有回话的', '12', '9'],
      ['办成的', '7', '6'],
      ['满意的', '5', '4'],
    ])
    expect(text()).toContain('没人评 2（不算满意），说明不办 1')
    expect(rows('没办完的，搁了多久')).toEqual([
      ['7 天内', '3'],
      ['8–30 天', '2'],
      ['31–90 天', '0'],
      ['90 天以上', '1'],
    ])
    expect(rows('从哪儿来的')).toEqual([
      ['会上说', '8'],
      ['意见箱', '2'],
      ['电话', '2'],
    ])
    for (const picture of document.querySelectorAll('svg[role=img]'))
      expect(picture.getAttribute('aria-label')).toContain('表')
  })

  test('above, what is kept back says so, and places stand by name whatever their numbers', async () => {
    const me = somebody('zhao', 'township')
    const town = { ...anEvening().place, kind: 'township' as const }
    const small = { ...sums, rated: null, satisfied: null }
    history.replaceState(null, '', `/ledger?place=${PLACE}&view=unit`)
    await openBoard(
      { ...me, places: [{ ...town, roles: ['township'] }] },
      {
        [LEDGER]: view({ commitments: [drain], place: town }),
        [FIGURES]: figures({
          place: town,
          ages: [null, 0, null, 9],
          below: [
            { names: ['安村'], sums: small },
            { names: ['白村'], sums },
          ],
        }),
      },
    )
    await sees('下面各处')
    expect(rows('没办完的，搁了多久')[0]).toEqual(['7 天内', '太少，不列'])
    const below = rows('下面各处，按名字排')
    expect(below.map(([name]) => name)).toEqual(['安村', '白村'])
    expect(below[0]!.slice(6, 8)).toEqual(['太少，不列', '太少，不列'])
  })
})
