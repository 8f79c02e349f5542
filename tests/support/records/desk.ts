import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import type { Role } from '../../../shared/kernel/event.ts'
import type { CalendarView } from '../../../shared/calendar/calendar.ts'
import type { Me } from '../../../shared/people/person.ts'
import Desk from '../../../web/desk/Desk.svelte'
import { deskParts } from '../../../web/desk/desk-parts.ts'
import { paths } from '../../../web/desk/paths.svelte.ts'
import { session } from '../../../web/sync/session.svelte.ts'
import { toasts } from '../../../web/ui/feedback/toast.svelte.ts'
import { deskWords } from '../../../web/words/pages.ts'
import { locale } from '../../../web/words/messages.svelte.ts'
import { loadRefusals } from '../../../web/words/refusals.ts'
import { anEvening, fakeServer, MEETING, PLACE } from '../villages/evening.ts'

const receipt = { placeId: PLACE, seq: 11, at: '2026-11-22T11:45:00.000Z' }
const roster = { asOf: 10, place: anEvening().place, grids: [], households: [], people: [], posts: [] }
export const calendar: CalendarView = {
  asOf: 10,
  calendarVersion: 'cn-2025-11-04',
  notices: [],
  own: [],
}
const meetings = { asOf: 10, today: '2026-11-22', meetings: [] }
export const somebody = (...roles: Role[]): Me => ({
  setupNeeded: false,
  setupKeyNeeded: false,
  actor: { id: 'me', kind: 'person', name: '陈静', personId: 'me', meetingId: null },
  places: [{ ...anEvening().place, roles }],
})
export const stranger: Me = { setupNeeded: false, setupKeyNeeded: false, actor: null, places: [] }
export const ROOM = `GET /api/places/${PLACE}/meetings/${MEETING}/room.*`

/** The feed, as far as a test wants to speak for it. */
export class Feed {
  static open: Feed[] = []
  onmessage: ((message: { data: string }) => void) | null = null
  binaryType = ''
  readonly address: string
  constructor(address: string) {
    this.address = address
    if (address.includes('/live')) Feed.open.push(this)
  }
  addEventListener(): void {}
  send(): void {}
  close(): void {}
  static tell(seq: number, type: string, data: object, words: object = {}): void {
    const event = { type, seq, placeId: PLACE, recordedAt: receipt.at, actorId: 'me', words }
    const frame = { kind: 'events', upTo: seq, events: [{ ...event, data: { meetingId: MEETING, ...data } }] }
    for (const feed of Feed.open) feed.onmessage?.({ data: JSON.stringify(frame) })
    flushSync()
  }
}

/** There is no layout here whose size could change. */
class Unmeasured {
  observe(): void {}
  disconnect(): void {}
}

let desk: ReturnType<typeof mount> | undefined
let server: ReturnType<typeof fakeServer>
export const asked = () => server.asked
export const text = () => document.body.textContent ?? ''
export const sees = (words: string) => vi.waitFor(() => expect(text()).toContain(words))
export const find = <Found extends Element>(selector: string): Found => {
  const found = document.querySelector<Found>(selector)
  if (!found) throw new Error(`expected ${selector}, found ${text()}`)
  return found
}
export const press = (
  key: string,
  more: KeyboardEventInit = {},
  target: EventTarget = document.activeElement ?? document.body,
) => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  flushSync()
}
export const click = (label: string) => {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(label))
  if (!button) throw new Error(`expected a button ${label}, found ${text()}`)
  button.click()
  flushSync()
}
export const write = (field: HTMLInputElement, value: string) => {
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
}
export const sent = (name: string) =>
  server.asked.filter(({ path }) => path === `/api/commands/${name}`).map(({ body }) => body)
export const isSent = (name: string, body: object) =>
  vi.waitFor(() => expect(sent(name).at(-1)).toMatchObject(body))

export async function open(path: string, me: Me, answers: Record<string, object | number | null> = {}) {
  server = fakeServer({
    'GET /api/me': me,
    'GET /api/places/.*/roster': roster,
    'GET /api/places/.*/calendar': calendar,
    'GET /api/places/[^/]*/meetings': meetings,
    ...answers,
    'POST /api/commands/.*': receipt,
  })
  vi.stubGlobal('fetch', server.fetch)
  vi.stubGlobal('WebSocket', Feed)
  vi.stubGlobal('scrollTo', () => {})
  vi.stubGlobal('ResizeObserver', Unmeasured)
  await Promise.all([deskWords.load('zh-Hans'), loadRefusals()])
  await close()
  desk = mount(Desk, { target: document.body, props: deskParts(path, '') })
}
export const openEvening = (changed: Parameters<typeof anEvening>[0] = {}, roles: Role[] = ['facilitator']) =>
  open(`/desk/meeting/${MEETING}`, somebody(...roles), { [ROOM]: anEvening(changed) })

async function close(): Promise<void> {
  if (desk) await unmount(desk)
  desk = undefined
}

/** Opens and clears away the desk around each test of a file. */
export function usesDesk(): void {
  // What the page fetches when it is opened, so that no test waits for the compiler.
  beforeAll(
    () =>
      Promise.all([
        import('../../../web/desk/home/Home.svelte'),
        import('../../../web/desk/evening/Meeting.svelte'),
        import('../../../web/desk/evening/planned/PlannedEvening.svelte'),
        import('../../../web/desk/closing/ClosedEvening.svelte'),
        import('../../../web/desk/inbox/inbox-part.ts').then(({ open }) => open()),
        import('../../../web/people/roster/PeoplePage.svelte'),
        import('../../../web/minutes/MinutesEditor.svelte'),
        import('../../../web/minutes/minutes.svelte.ts'),
      ]),
    30_000,
  )
  beforeEach(() => {
    localStorage.clear()
    locale.now = 'zh-Hans'
    Feed.open = []
  })
  afterEach(async () => {
    await close()
    session.me = null
    toasts.close()
    paths.mayLeave = () => true
    paths.go('/desk/login')
    document.body.innerHTML = ''
    vi.unstubAllGlobals()
  })
}
