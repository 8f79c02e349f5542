import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Minutes } from '../../../web/minutes/minutes.svelte.ts'
import SaveState from '../../../web/minutes/SaveState.svelte'
import SlowMinutes from '../../../web/minutes/SlowMinutes.svelte'
import { minutesWords } from '../../../web/words/meeting.ts'
import { anEvening, fakeServer, MEETING, PLACE, SilentSocket } from '../../support/villages/evening.ts'

const seat = { placeId: PLACE, meetingId: MEETING, mayWrite: true }
const openMinutes = (): Minutes => new Minutes(seat, () => new SilentSocket() as unknown as WebSocket)
const path = `GET /api/places/${PLACE}/meetings/${MEETING}/minutes`
const written = {
  meetingId: MEETING,
  seq: 4,
  sections: [
    {
      agendaItemId: 'item-1',
      lines: [{ key: 'a', speaker: '李婶', pieces: [{ kind: 'text', text: '路灯坏了两个月。' }] }],
    },
  ],
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await minutesWords.load()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

const { agenda, concerns, commitments, today } = anEvening()
const rows = { agenda, concerns, commitments, today }

test('where a network blocks sockets the desk says so within 15 s, and shows what can be read', async () => {
  const server = fakeServer({ [path]: written })
  vi.stubGlobal('fetch', server.fetch)
  const shown = mount(SlowMinutes, { target: document.body, props: { minutes: openMinutes(), ...rows } })
  flushSync()
  expect(document.body.textContent).toContain('取来')
  await vi.advanceTimersByTimeAsync(15_000)
  flushSync()
  expect(document.body.textContent).toContain(minutesWords.now.blockedTitle)
  expect(document.body.textContent).toContain('路灯坏了两个月。')
  server.answers[path] = { ...written, sections: [] }
  await vi.advanceTimersByTimeAsync(11_000)
  flushSync()
  expect(document.body.textContent).not.toContain('路灯坏了两个月。')
  await unmount(shown)
  const { length } = server.asked
  await vi.advanceTimersByTimeAsync(60_000)
  expect(server.asked).toHaveLength(length)
})

test('where nothing at all comes through it says that instead', async () => {
  vi.stubGlobal('fetch', fakeServer({ [path]: null }).fetch)
  const shown = mount(SlowMinutes, { target: document.body, props: { minutes: openMinutes(), ...rows } })
  await vi.advanceTimersByTimeAsync(15_000)
  flushSync()
  expect(document.body.textContent).toContain(minutesWords.now.unreachedWhat)
  await unmount(shown)
})

/** As a browser's page translation does it: every text is taken out and stands in elements of the translator. */
function translatePage(): void {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walk.nextNode()) texts.push(walk.currentNode as Text)
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement!.closest('[translate="no"]')) continue
    const [outer, inner] = [document.createElement('font'), document.createElement('font')]
    inner.textContent = `«${text.data}»`
    outer.append(inner)
    text.replaceWith(outer)
  }
}

test('after a page translation the desk still says that it is cut off, and no old 已存 stays', async () => {
  const minutes = openMinutes()
  minutes.state = 'ready'
  minutes.save = { kind: 'saved', count: 0, isKept: true, atMs: Date.parse('2026-11-22T11:40:00Z') }
  const shown = mount(SaveState, { target: document.body, props: { minutes } })
  flushSync()
  expect(document.body.textContent).toContain('已存')
  translatePage()
  minutes.save = { kind: 'offline', count: 2, isKept: false, atMs: null }
  flushSync()
  expect(document.body.textContent).not.toContain('已存')
  expect(document.body.textContent).toContain(minutesWords.now.notKept)
  await unmount(shown)
})
