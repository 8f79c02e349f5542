import { flushSync, mount, unmount } from 'svelte'
import { expect, vi } from 'vitest'
import type { Commitment } from '../../../shared/commitments/commitment.ts'
import type { Role } from '../../../shared/kernel/event.ts'
import type { LedgerView } from '../../../shared/ledger/ledger.ts'
import type { Me } from '../../../shared/people/person.ts'
import LedgerPage from '../../../web/ledger/Ledger.svelte'
import * as ledgerParts from '../../../web/ledger/parts.ts'
import { loadMe, session } from '../../../web/sync/session.svelte.ts'
import { Part } from '../../../web/sync/part.svelte.ts'
import { toasts } from '../../../web/ui/feedback/toast.svelte.ts'
import { locale } from '../../../web/words/messages.svelte.ts'
import { ledgerWords } from '../../../web/words/pages.ts'
import { loadRefusals } from '../../../web/words/refusals.ts'
import { aConcern, anEvening, aPromise, fakeServer, PLACE } from '../villages/evening.ts'

const receipt = { placeId: PLACE, seq: 11, at: '2026-11-22T12:00:00.000Z' }
export const LEDGER = `GET /api/places/${PLACE}/ledger`
export const somebody = (personId: string, ...roles: Role[]): Me => ({
  setupNeeded: false,
  setupKeyNeeded: false,
  actor: { id: personId, kind: 'person', name: '王建国', personId, meetingId: null },
  places: [{ ...anEvening().place, roles }],
})
export const lamp: Commitment = aPromise('lamp', { state: 'open', ownerId: 'wang', concernId: 'dark' })
export const drain: Commitment = aPromise('drain', {
  state: 'open',
  measure: '清淤 120 米',
  ownerId: 'chen',
  owner: '陈静',
  firstDueOn: '2026-11-01',
  dueOn: '2026-11-15',
  timesMoved: 1,
})
export const view = (changed: Partial<LedgerView> = {}): LedgerView => ({
  asOf: 10,
  today: '2026-11-22',
  place: anEvening().place,
  commitments: [lamp, drain],
  dueChanges: [
    {
      commitmentId: 'drain',
      kind: 'extended',
      fromOn: '2026-11-01',
      toOn: '2026-11-15',
      reason: '连着下雨',
      movedAt: '2026-10-30T01:00:00.000Z',
      byName: '赵明',
      byPost: '青石镇镇长',
    },
  ],
  progress: [],
  newerDays: [],
  concerns: [aConcern('dark', '路灯不亮', { no: 47 })],
  meetings: [anEvening().meeting],
  ...changed,
})

/** The feed, as far as a test wants to speak for it. */
export class Feed {
  static open: Feed[] = []
  onmessage: ((message: { data: string }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  constructor() {
    Feed.open.push(this)
  }
  close(): void {}
  static tell(seq: number, type: string, data: object, words: object = {}): void {
    const event = { type, seq, placeId: PLACE, recordedAt: receipt.at, actorId: 'x', data, words }
    const frame = { kind: 'events', upTo: seq, events: [event] }
    Feed.open.at(-1)?.onmessage?.({ data: JSON.stringify(frame) })
    flushSync()
  }
}

let page: ReturnType<typeof mount> | undefined
export let server: ReturnType<typeof fakeServer>
export const text = () => (document.body.textContent ?? '').replace(/\s+/g, ' ')
export const sees = (words: string) => vi.waitFor(() => expect(text()).toContain(words))
export const section = (group: string) => document.querySelector(`section.${group}`)?.textContent ?? ''
export const button = (label: string) => {
  const found = [...document.querySelectorAll('button')].find((one) =>
    one.textContent?.trim().startsWith(label),
  )
  if (!found) throw new Error(`expected a button ${label}, found ${text()}`)
  return found
}
export const press = (element: HTMLElement) => {
  element.click()
  flushSync()
}
export const key = (name: string) => {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
  flushSync()
}
export const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-row="${id}"]`)!
export const write = (selector: string, value: string) => {
  const field = document.querySelector<HTMLInputElement>(selector)
  if (!field) throw new Error(`expected ${selector}, found ${text()}`)
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
}
export const sent = (name: string) => server.asked.filter(({ path }) => path === `/api/commands/${name}`)

export async function open(me: Me, answers: Record<string, object | number | null> = {}) {
  server = fakeServer({ 'GET /api/me': me, [LEDGER]: view(), ...answers, 'POST /api/commands/.*': receipt })
  vi.stubGlobal('fetch', server.fetch)
  vi.stubGlobal('WebSocket', Feed)
  const parts = Object.values(ledgerParts).map((part) => (part instanceof Part ? part.want() : null))
  await Promise.all([ledgerWords.load('zh-Hans'), loadRefusals(), ...parts])
  page = mount(LedgerPage, { target: document.body, props: { me: loadMe(), search: location.search } })
  await sees('设置')
  flushSync()
}

export async function openBoard(me: Me, answers: Record<string, object | number | null> = {}) {
  await open(me, answers)
  await vi.waitFor(() => expect(document.querySelector('nav')).not.toBeNull())
  await vi.waitFor(() => expect(Feed.open).not.toHaveLength(0))
  flushSync()
}

/** Evening of 22 November, an empty browser. */
export function arrive(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T12:00:00Z') })
  localStorage.clear()
  history.replaceState(null, '', '/ledger')
  locale.now = 'zh-Hans'
  Feed.open = []
}

export async function leave(): Promise<void> {
  if (page) await unmount(page)
  page = undefined
  session.me = null
  toasts.close()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
  vi.useRealTimers()
}
