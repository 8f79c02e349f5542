import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MatterView } from '../../../shared/ledger/matter/matter.ts'
import { toasts } from '../../../web/ui/feedback/toast.svelte.ts'
import { aConcern, anEvening, aPromise, MEETING, PLACE } from '../../support/villages/evening.ts'
import {
  arrive,
  button,
  leave,
  LEDGER,
  openBoard,
  press,
  sees,
  sent,
  server,
  somebody,
  text,
  view,
  write,
} from '../../support/records/ledger-page.ts'

beforeEach(arrive)
afterEach(leave)

const dark = aConcern('dark', '路灯不亮', { no: 47, state: 'recorded' })
const matter = (changed: Partial<MatterView> = {}): MatterView => ({
  asOf: 10,
  today: '2026-11-22',
  publicPath: null,
  place: anEvening().place,
  roles: ['facilitator'],
  concern: dark,
  commitments: [],
  dueChanges: [],
  progress: [],
  meetings: [],
  orderFrom: [],
  custody: null,
  steps: [],
  ladder: [anEvening().place],
  actsFor: [PLACE],
  ownedAbove: [],
  events: [],
  ...changed,
})

async function openMatter(told: MatterView, seen = '答应下来', roster: object | number = 404): Promise<void> {
  history.replaceState(null, '', `/ledger?place=${PLACE}#dark`)
  await openBoard(somebody('chen', ...told.roles), {
    [LEDGER]: view({ commitments: told.commitments, concerns: [told.concern!], dueChanges: [] }),
    [`GET /api/places/${PLACE}/matters/dark`]: told,
    [`GET /api/places/${PLACE}/matters/kept`]: told,
    [`GET /api/places/${PLACE}/roster`]: roster,
    [`GET /api/places/${PLACE}/calendar`]: 404,
    [`GET /api/places/${PLACE}/catalogue`]: 404,
  })
  await sees(seen)
}

async function writePromise(): Promise<void> {
  press(button('答应下来'))
  await vi.waitFor(() => expect(document.querySelector('form.promise')).not.toBeNull())
  const [who, how, day] = document.querySelectorAll<HTMLInputElement>('form.promise .parts input')
  const typed: [HTMLInputElement, string][] = [
    [who!, '王建国'],
    [how!, '换三盏灯'],
    [day!, '12月10日'],
  ]
  for (const [field, value] of typed) {
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

const commands = () =>
  server.asked.flatMap(({ path }) => (path.startsWith('/api/commands/') ? [path.slice(14)] : []))

describe('a matter that waits, opened in the ledger', () => {
  test('is promised where it stands: written once, read out, agreed to', async () => {
    await openMatter(matter())
    await writePromise()
    press(button('念过，点头了'))
    await vi.waitFor(() => expect(toasts.now?.text).toBe('王建国答应的，算数了。'))
    expect(commands()).toEqual(['record-commitment', 'read-back-commitment', 'confirm-commitment'])
    expect(sent('record-commitment')[0]?.body).toMatchObject({
      ...{ concernId: 'dark', meetingId: null, verbatim: '路灯不亮' },
      ...{ owner: '王建国', measure: '换三盏灯', dueOn: '2026-12-10' },
    })
    expect(document.querySelector('form.promise')).toBeNull()
  })

  test('is promised by the township, and whoever keeps the record reads it out', async () => {
    await openMatter(matter({ roles: ['township'] }))
    await writePromise()
    expect(text()).not.toContain('念过，点头了')
    press(button('先记下'))
    await vi.waitFor(() => expect(toasts.now?.text).toBe('记下了，念给对方听，点头才算数。'))
    expect(commands()).toEqual(['record-commitment'])
  })

  test('of somebody who stays unnamed: a township that was not told who it is, is asked about any villager it names', async () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(10_000)
    const masked = { ...dark, lane: 'masked', raisedBy: null } as const
    const people = ['李四', '王建国'].map((name, at) => ({ id: `v${at}`, name, movedAwayAt: null }))
    const posts = [{ personId: 'v1', title: '村书记', endedAt: null }]
    const roster = { people, posts, households: [], grids: [], partners: [], above: [] }
    await openMatter(matter({ roles: ['township'], concern: masked }), undefined, roster)
    await writePromise()
    const how = document.querySelectorAll<HTMLInputElement>('form.promise .parts input')[1]!
    how.value = '王建国去李四家换灯'
    how.dispatchEvent(new Event('input', { bubbles: true }))
    press(button('先记下'))
    await sees('里面有「李四」，而提这件事的人要求不写名字')
    expect(commands()).toEqual([])
    now.mockReturnValue(11_000)
    press(button('先记下'))
    await vi.waitFor(() => expect(commands()).toEqual(['record-commitment']))
    now.mockRestore()
  })

  test('is referred by a lawful way, and the slip is undone by one press', async () => {
    await openMatter(matter())
    press(button('还能做什么'))
    press(button('转给该管的'))
    expect(text()).toContain('12345 热线')
    write('form input:not([type=radio])', '县水务局')
    press(button('转过去'))
    await vi.waitFor(() => expect(toasts.now?.text).toBe('记下了，转过去了。'))
    expect(sent('refer-concern')[0]?.body).toMatchObject({
      ...{ concernId: 'dark', referredTo: '县水务局', route: 'department', reason: null },
    })
    toasts.undo()
    await vi.waitFor(() => expect(sent('take-back-outcome')).toHaveLength(1))
  })

  test('is put together with one that says alike, and taken apart again by one press', async () => {
    await openMatter(matter())
    const pit = aConcern('pit', '路上有坑', { no: 12, state: 'recorded' })
    const lamp = aConcern('lamp', '路灯坏了', { no: 31, state: 'promised' })
    server.answers[`GET /api/places/${PLACE}/alike.*`] = { matters: [lamp, { ...dark }] }
    const inbox = { asOf: 10, today: '2026-11-22', concerns: [pit, dark], comments: [] }
    server.answers[`GET /api/places/${PLACE}/inbox`] = inbox
    press(button('还能做什么'))
    press(button('和别的事并成一件'))
    await vi.waitFor(() => expect(document.querySelector('form select option:nth-child(2)')).not.toBeNull())
    const select = document.querySelector<HTMLSelectElement>('form select')!
    // Itself is not among them, and what says alike comes first.
    expect([...select.options].slice(1).map(({ value }) => value)).toEqual(['lamp', 'pit'])
    select.value = 'lamp'
    select.dispatchEvent(new Event('change', { bubbles: true }))
    press(button('并到一起'))
    await vi.waitFor(() => expect(toasts.now?.text).toBe('并到一起了，提的人都看得到下文。'))
    expect(sent('merge-concerns')[0]?.body).toMatchObject({ concernId: 'dark', intoId: 'lamp' })
    toasts.undo()
    await vi.waitFor(() => expect(sent('take-back-merge')[0]?.body).toMatchObject({ concernId: 'dark' }))
  })

  test('what has its outcome keeps its own story and is not put together', async () => {
    await openMatter(matter({ concern: { ...dark, state: 'answered' } }), '47')
    const more = [...document.querySelectorAll('button')].find((one) => one.textContent === '还能做什么')
    if (more) press(more)
    expect(() => button('和别的事并成一件')).toThrow()
  })

  test('everybody’s page of it is one press away, and the echo wall while it has none', async () => {
    await openMatter(matter({ publicPath: `/public/${PLACE}/matter/k7m3` }))
    const link = () =>
      [...document.querySelectorAll('a')].find((one) => one.textContent === '看大家看到的样子')
    await vi.waitFor(() => expect(link()?.getAttribute('href')).toBe(`/public/${PLACE}/matter/k7m3`))
  })

  test('words that the server refuses stay in the form, with the reason', async () => {
    await openMatter(matter())
    server.answers['POST /api/commands/.*'] = { refused: 'concern-settled', sentence: '' }
    await writePromise()
    press(button('念过，点头了'))
    await vi.waitFor(() =>
      expect(document.querySelector('form.promise .wrong, form.promise .late')).not.toBeNull(),
    )
    expect(document.querySelectorAll<HTMLInputElement>('form.promise .parts input')[1]?.value).toBe(
      '换三盏灯',
    )
    expect(commands()).toEqual(['record-commitment'])
  })
})

test('a promise that was only written down is read out, agreed to, or taken away', async () => {
  const kept = aPromise('kept', { state: 'spoken', meetingId: null, concernId: 'dark', readBackAt: null })
  await openMatter(matter({ commitments: [kept], concern: { ...dark, state: 'promised' } }), '念给对方听过了')
  press(button('念给对方听过了'))
  press(button('念过了'))
  await vi.waitFor(() => expect(commands()).toEqual(['read-back-commitment']))
  expect(() => button('点头了')).toThrow()
})

describe('a promise of an evening, noted and not nodded to', () => {
  const evening = (facts: object) => ({ ...anEvening().meeting, ...facts })
  const noted = aPromise('kept', { state: 'spoken', meetingId: MEETING, concernId: 'dark', readBackAt: null })
  const view = (facts: object) =>
    matter({
      commitments: [noted],
      concern: { ...dark, state: 'promised' },
      meetings: [evening({ id: MEETING, ...facts })],
    })

  test('is read back, put off or dropped here once the evening is closed', async () => {
    await openMatter(view({ phase: 'closed', isFrozen: false }), '念给对方听过了')
    for (const name of ['念给对方听过了', '下回再说', '写错了，不要这条']) expect(button(name)).toBeTruthy()
    press(button('下回再说'))
    press(button('留到下回'))
    await vi.waitFor(() => expect(commands()).toEqual(['put-off-commitment']))
    expect(sent('put-off-commitment')[0]?.body).toMatchObject({ commitmentId: 'kept' })
  })

  test('of a signed evening it says that an erratum is the way, and leads there', async () => {
    await openMatter(view({ phase: 'signed', isFrozen: true }), '已经签了字')
    expect(() => button('下回再说')).toThrow()
    expect(document.querySelector(`a[href^="/desk/meeting/${MEETING}"]`)).not.toBeNull()
  })

  test('while the evening is on it is settled in the hall', async () => {
    await openMatter(view({ phase: 'open', isFrozen: false }), '去那一场')
    expect(() => button('下回再说')).toThrow()
  })
})
