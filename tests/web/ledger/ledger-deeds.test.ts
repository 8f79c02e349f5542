import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { toasts } from '../../../web/ui/feedback/toast.svelte.ts'
import { aConcern, anEvening, PLACE } from '../../support/villages/evening.ts'
import {
  arrive,
  lamp,
  leave,
  somebody,
  Feed,
  text,
  sees,
  button,
  press,
  key,
  rowOf,
  write,
  sent,
  openBoard,
  LEDGER,
  view,
} from '../../support/records/ledger-page.ts'

const heading = (words: string) =>
  [...document.querySelectorAll('h2')].find((one) => one.textContent === words)

beforeEach(arrive)
afterEach(leave)

describe('what is done', () => {
  test('the owner reports it done, and the slip is undone by one press', async () => {
    await openBoard(somebody('wang', 'cadre'))
    press(rowOf('lamp'))
    expect(text()).toContain('路灯的事我来办，十号前换好。')
    press(button('办成了'))
    press(button('记下'))
    expect(text()).toContain('「办得怎么样」还没填')
    expect(sent('report-done')).toHaveLength(0)
    write('textarea', '三盏都换好了')
    press(button('记下'))
    await vi.waitFor(() => expect(toasts.now?.text).toBe('记下了，提的人会看到，由本人评。'))
    expect(sent('report-done')[0]?.body).toEqual({
      placeId: PLACE,
      commitmentId: 'lamp',
      report: '三盏都换好了',
    })
    Feed.tell(
      11,
      'commitment-done',
      { commitmentId: 'lamp', meetingId: 'm', doneOn: '2026-11-22' },
      { report: '好了' },
    )
    toasts.undo()
    await vi.waitFor(() => expect(sent('take-back-report')).toHaveLength(1))
  })

  test('words that name somebody who asked to stay unnamed are asked about once, and then sent', async () => {
    const now = vi.spyOn(performance, 'now')
    const masked = aConcern('dark', '路灯不亮', { no: 47, lane: 'masked', raisedBy: '李四' })
    await openBoard(somebody('wang', 'facilitator'), { [LEDGER]: view({ concerns: [masked] }) })
    press(rowOf('lamp'))
    press(button('办成了'))
    write('textarea', '李四家门口的三盏都换好了')
    now.mockReturnValue(10_000)
    press(button('记下'))
    await sees('里面有「李四」，本人要求不写名字')
    expect(sent('report-done')).toHaveLength(0)
    now.mockReturnValue(11_000)
    press(button('记下'))
    await vi.waitFor(() => expect(sent('report-done')).toHaveLength(1))
    now.mockRestore()
  })

  test('the owner cannot move the day and is told who can', async () => {
    await openBoard(somebody('wang', 'facilitator'))
    press(rowOf('lamp'))
    expect(text()).toContain('日子要由上一级、不办这件事的人来改')
    expect(() => button('改日子')).toThrow()
  })

  test('somebody else moves it, but only to a later day and with a reason', async () => {
    await openBoard(somebody('boss', 'township'))
    press(rowOf('lamp'))
    press(button('改日子'))
    write('input[type=date]', '2026-11-20')
    write('textarea', '等水泥')
    press(button('改到这天'))
    expect(text()).toContain('这个日子已经过了')
    write('input[type=date]', '2026-12-20')
    press(button('改到这天'))
    await vi.waitFor(() => expect(toasts.now?.text).toBe('改到了12月20日。'))
    expect(sent('move-due-date')[0]?.body).toMatchObject({
      commitmentId: 'lamp',
      dueOn: '2026-12-20',
      reason: '等水泥',
    })
  })

  test('what the server refuses is said beside the form, and the words stay', async () => {
    await openBoard(somebody('boss', 'facilitator'), {
      'POST /api/commands/report-done': { refused: 'promise-not-open', sentence: '' },
    })
    press(rowOf('lamp'))
    press(button('办成了'))
    write('textarea', '三盏都换好了')
    press(button('记下'))
    await sees('这个承诺还没点头，或者已经办结了')
    expect(document.querySelector('textarea')?.value).toBe('三盏都换好了')
  })
})

describe('keys', () => {
  test('J and K walk the rows and the pages of their matters, Escape goes back to the list', async () => {
    await openBoard(somebody('boss', 'facilitator'))
    key('j')
    expect(document.activeElement).toBe(rowOf('drain'))
    key('j')
    expect(document.activeElement).toBe(rowOf('lamp'))
    key('j')
    expect(document.activeElement).toBe(rowOf('lamp'))
    press(rowOf('lamp'))
    expect(rowOf('lamp').getAttribute('aria-expanded')).toBe('true')
    expect(document.activeElement).toBe(heading('路灯不亮'))
    key('k')
    expect(rowOf('lamp').getAttribute('aria-expanded')).toBe('false')
    expect(document.activeElement).toBe(heading('清淤 120 米'))
    key('ArrowDown')
    expect(rowOf('drain').getAttribute('aria-expanded')).toBe('true')
    key('Escape')
    expect(rowOf('drain').getAttribute('aria-expanded')).toBe('false')
    await vi.waitFor(() => expect(document.activeElement).toBe(rowOf('drain')))
  })

  test('letters typed into a form stay letters', async () => {
    await openBoard(somebody('boss', 'facilitator'))
    press(rowOf('lamp'))
    press(button('办成了'))
    const area = document.querySelector('textarea')!
    area.focus()
    key('j')
    expect(document.activeElement).toBe(area)
    key('Escape')
    expect(document.querySelector('textarea')).toBeNull()
    expect(rowOf('lamp').getAttribute('aria-expanded')).toBe('true')
    await vi.waitFor(() => expect(document.activeElement).toBe(heading('路灯不亮')))
  })

  test('W presses what can be done first, except where letters are written', async () => {
    await openBoard(somebody('wang', 'cadre'))
    press(rowOf('lamp'))
    key('w')
    const area = document.querySelector('textarea')!
    area.focus()
    key('w')
    expect(document.querySelector('textarea')).toBe(area)
  })
})

test('once it is reported done, its story no longer says how many days are left', async () => {
  const { place } = anEvening()
  await openBoard(somebody('wang', 'cadre'), {
    [`GET /api/places/${PLACE}/matters/lamp`]: {
      ...{ asOf: 10, today: '2026-11-22', publicPath: null, place, roles: ['cadre'], concern: null },
      ...{ commitments: [lamp], dueChanges: [], progress: [], meetings: [], orderFrom: [], custody: null },
      ...{ steps: [], ladder: [], actsFor: [], ownedAbove: [], events: [] },
    },
  })
  press(rowOf('lamp'))
  const story = () => document.querySelector('article[data-matter] ol')?.textContent ?? ''
  await vi.waitFor(() => expect(story()).toMatch(/还有 \d+ 天/))
  Feed.tell(
    11,
    'commitment-done',
    { commitmentId: 'lamp', meetingId: null, doneOn: '2026-11-22' },
    { report: '换好了' },
  )
  await vi.waitFor(() => expect(story()).toContain('换好了'))
  expect(story()).not.toMatch(/还有 \d+ 天/)
})

describe('a promise of the township, as a cadre of the village sees it', () => {
  const { place } = anEvening()
  const town = { ...place, id: 'town', name: '青石镇', kind: 'township' as const }
  const pump = { ...lamp, id: 'lamp', ownerId: 'mayor', owner: '赵明' }
  const told = (changed: object = {}) => ({
    [LEDGER]: view({ commitments: [pump] }),
    [`GET /api/places/${PLACE}/matters/lamp`]: {
      ...{ asOf: 10, today: '2026-11-22', publicPath: null, place, roles: ['cadre'] },
      ...{ concern: aConcern('dark', '路灯不亮', { no: 47, state: 'promised' }), commitments: [pump] },
      ...{ dueChanges: [], progress: [], meetings: [], orderFrom: [], custody: null, steps: [] },
      ...{ ladder: [place, town], actsFor: [PLACE], ownedAbove: ['lamp'], events: [], ...changed },
    },
  })
  const main = () => document.querySelector('article .buttons .main')

  test('that it is done is not the main thing to press: whoever promised reports it', async () => {
    await openBoard(somebody('wang', 'cadre'), told())
    press(rowOf('lamp'))
    await sees('这件是赵明答应的，由赵明来报')
    expect(main()).toBeNull()
    expect(button('办成了')).toBeTruthy()
  })

  test('to whoever promised it, it is', async () => {
    await openBoard(somebody('mayor', 'cadre'), told())
    press(rowOf('lamp'))
    await vi.waitFor(() => expect(main()?.textContent).toContain('办成了'))
    expect(text()).not.toContain('由赵明来报')
  })

  test('handing it on stands beside the other acts and has a key', async () => {
    await openBoard(somebody('wang', 'cadre'), told({ ownedAbove: [] }))
    press(rowOf('lamp'))
    await vi.waitFor(() => expect(button('上报、下交')).toBeTruthy())
    key('u')
    await sees('为什么交')
  })

  test('a link that leads here to hand it on opens what is to be filled in', async () => {
    history.replaceState(null, '', `/ledger?place=${PLACE}&act=offer#lamp`)
    await openBoard(somebody('wang', 'cadre'), told())
    await sees('为什么交')
    expect(text()).toContain('青石镇')
  })
})
