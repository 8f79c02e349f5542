import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { wallOf } from '../../../server/wall/view.ts'
import Wall from '../../../web/wall/Wall.svelte'
import { wallParts } from '../../../web/wall/wall-parts.ts'
import { locale } from '../../../web/words/messages.svelte.ts'
import { hallWords } from '../../../web/words/opened.ts'
import {
  aGuest,
  anEvening,
  fakeServer,
  MEETING,
  PLACE,
  SilentSocket,
  SpokenSocket,
} from '../../support/villages/evening.ts'

/** Where this instance is reached. */
const DOOR = 'http://192.168.1.23:3000'
const ELSEWHERE = '0193b1f0-0000-7000-8000-0000000000ff'
const WALL = `GET /api/places/${PLACE}/meetings/${MEETING}/wall`
const JOIN = 'POST /api/sessions/join'
const MEETINGS = `GET /api/places/${PLACE}/meetings`
const staff = { ...aGuest(null), places: [{ ...anEvening().place, roles: ['facilitator'] }] }

describe('a wall whose browser still holds the session of another evening', () => {
  let page: ReturnType<typeof mount> | undefined
  let server: ReturnType<typeof fakeServer>
  const text = () => document.body.textContent ?? ''
  const asked = () => server.asked.map(({ method, path }) => `${method} ${path}`)

  async function hangAt(address: string) {
    history.replaceState(null, '', address)
    await hallWords.load('zh-Hans')
    page = mount(Wall, {
      target: document.body,
      props: { parts: wallParts() },
    })
  }
  beforeEach(() => {
    locale.now = 'zh-Hans'
    server = fakeServer({
      'GET /api/me': aGuest(ELSEWHERE),
      [WALL]: wallOf(anEvening(), [], DOOR),
      [JOIN]: { placeId: PLACE, meetingId: MEETING, guestId: 'wall' },
    })
    vi.stubGlobal('fetch', server.fetch)
    vi.stubGlobal('WebSocket', SilentSocket)
  })
  afterEach(async () => {
    if (page) await unmount(page)
    document.body.innerHTML = ''
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  test('asks for the code at once, and nobody refuses it anything first', async () => {
    await hangAt(`/wall/${MEETING}`)
    await vi.waitFor(() => expect(text()).toContain('这面墙等着开会'), { timeout: 15_000 })
    expect(asked()).toEqual(['GET /api/me'])
  })

  test('opens by the code that is typed', async () => {
    await hangAt(`/wall/${MEETING}`)
    await vi.waitFor(() => expect(text()).toContain('这面墙等着开会'), { timeout: 15_000 })
    const field = document.querySelector<HTMLInputElement>('#code')!
    field.value = '5271'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    flushSync()
    document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    await vi.waitFor(() => expect(text()).toContain('村里的路灯'), { timeout: 15_000 })
  })

  test('opens by the code in its address, before it reads what it may not see yet', async () => {
    await hangAt(`/wall/${MEETING}?place=${PLACE}&code=5271`)
    await vi.waitFor(() => expect(text()).toContain('村里的路灯'), { timeout: 15_000 })
    expect(asked().filter((one) => one === JOIN || one === WALL)).toEqual([JOIN, WALL])
  })

  test('opens by itself once somebody has logged in beside it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    await hangAt(`/wall/${MEETING}`)
    await vi.waitFor(() => expect(text()).toContain('会一开，主持人的桌面上就有今晚的码'), {
      timeout: 15_000,
    })
    server.answers['GET /api/me'] = staff
    await vi.advanceTimersByTimeAsync(6_000)
    await vi.waitFor(() => expect(text()).toContain('村里的路灯'), { timeout: 15_000 })
    expect(asked()).not.toContain(JOIN)
  })

  test('without an evening in its address shows tonight’s to those who work there, also one that is planned later', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    server.answers['GET /api/me'] = staff
    server.answers[MEETINGS] = { asOf: 1, today: '2026-11-22', meetings: [] }
    await hangAt('/wall')
    await vi.waitFor(() => expect(text()).toContain('这面墙等着开会'), { timeout: 15_000 })
    const { meeting, today } = anEvening()
    server.answers[MEETINGS] = { asOf: 2, today, meetings: [{ ...meeting, phase: 'planned', onDay: today }] }
    await vi.advanceTimersByTimeAsync(6_000)
    await vi.waitFor(() => expect(text()).toContain('村里的路灯'), { timeout: 15_000 })
  })

  describe('after its evening', () => {
    const over = () => wallOf(anEvening({}, { phase: 'signed', code: null }), [], DOOR)
    const NEXT_WALL = `GET /api/places/${PLACE}/meetings/${ELSEWHERE}/wall`
    const next = () =>
      wallOf(anEvening({}, { id: ELSEWHERE, title: '十二月凉亭夜话', currentAgendaItemId: null }), [], DOOR)
    const typeCode = (code: string) => {
      const field = document.querySelector<HTMLInputElement>('#code')!
      field.value = code
      field.dispatchEvent(new Event('input', { bubbles: true }))
      flushSync()
      document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    }
    beforeEach(() => {
      vi.useFakeTimers({ shouldAdvanceTime: true })
      server.answers['GET /api/me'] = aGuest()
      server.answers[WALL] = over()
    })

    test('a wall that still shows it takes the code of the next one', async () => {
      await hangAt('/wall')
      await vi.waitFor(() => expect(document.querySelector('#code')).toBeTruthy(), { timeout: 15_000 })
      expect(text()).toContain('纪要签好了')
      expect(document.activeElement).toBe(document.querySelector('#code'))
      server.answers[JOIN] = { placeId: PLACE, meetingId: ELSEWHERE, guestId: 'wall' }
      server.answers['GET /api/me'] = aGuest(ELSEWHERE)
      server.answers[NEXT_WALL] = next()
      typeCode('6382')
      await vi.waitFor(() => expect(text()).toContain('十二月凉亭夜话'), { timeout: 15_000 })
      expect(document.querySelector('#code')).toBeNull()
      expect(location.pathname).toBe(`/wall/${ELSEWHERE}`)
    })

    test('a wall that stood open when it ended does so too', async () => {
      server.answers[WALL] = wallOf(anEvening(), [], DOOR)
      vi.stubGlobal('WebSocket', SpokenSocket)
      await hangAt(`/wall/${MEETING}?place=${PLACE}`)
      await vi.waitFor(() => expect(text()).toContain('村里的路灯'), { timeout: 15_000 })
      server.answers[WALL] = over()
      SpokenSocket.tell({ kind: 'events', events: [], upTo: 11 })
      await vi.waitFor(() => expect(document.querySelector('#code')).toBeTruthy(), { timeout: 15_000 })
      expect(text()).toContain('纪要签好了')
    })

    test('a wall of those who work there goes on to tonight’s by itself, and stays there', async () => {
      server.answers['GET /api/me'] = staff
      const { meeting, today } = anEvening()
      server.answers[MEETINGS] = { asOf: 1, today, meetings: [{ ...meeting, phase: 'signed', code: null }] }
      await hangAt(`/wall/${MEETING}?place=${PLACE}`)
      await vi.waitFor(() => expect(document.querySelector('#code')).toBeTruthy(), { timeout: 15_000 })
      const opened = { ...meeting, id: ELSEWHERE, openedAt: `${today}T12:00:00.000Z` }
      server.answers[MEETINGS] = { asOf: 2, today, meetings: [opened] }
      server.answers[NEXT_WALL] = next()
      await vi.advanceTimersByTimeAsync(6_000)
      await vi.waitFor(() => expect(text()).toContain('十二月凉亭夜话'), { timeout: 15_000 })
      expect(location.pathname).toBe(`/wall/${ELSEWHERE}`)
    })

    test('the end stays in sight beside a council that nobody closed the day before', async () => {
      server.answers['GET /api/me'] = staff
      const { meeting, today } = anEvening()
      const ended = { ...meeting, phase: 'closed', code: null, closedAt: '2026-11-22T13:00:00.000Z' }
      const forgotten = { ...meeting, id: ELSEWHERE, openedAt: '2026-11-21T06:00:00.000Z' }
      server.answers[MEETINGS] = { asOf: 1, today, meetings: [forgotten, ended] }
      await hangAt(`/wall/${MEETING}?place=${PLACE}`)
      await vi.waitFor(() => expect(document.querySelector('#code')).toBeTruthy(), { timeout: 15_000 })
      await vi.advanceTimersByTimeAsync(20_000)
      expect(text()).toContain('纪要签好了')
      expect(location.pathname).toBe(`/wall/${MEETING}`)
    })

    test('an evening that was planned and never held holds no wall either', async () => {
      const { meeting, today } = anEvening({}, { phase: 'planned', code: null, onDay: '2026-11-20' })
      server.answers[WALL] = wallOf(anEvening({}, meeting), [], DOOR)
      await hangAt(`/wall/${MEETING}?place=${PLACE}`)
      await vi.waitFor(() => expect(document.querySelector('#code')).toBeTruthy(), { timeout: 15_000 })
      expect(today > meeting.onDay).toBe(true)
    })

    test('a wrong code sends nobody to look at the wall, which is here', async () => {
      await hangAt('/wall')
      await vi.waitFor(() => expect(document.querySelector('#code')).toBeTruthy(), { timeout: 15_000 })
      server.answers[JOIN] = { refused: 'code-unknown', sentence: '没有这个码。请看看墙上的数字，再输一遍。' }
      typeCode('1111')
      await vi.waitFor(() => expect(text()).toContain('没有这个码'), { timeout: 15_000 })
      expect(text()).not.toContain('墙上的数字')
      expect(text()).toContain('主持人的桌面上')
    })
  })

  test('of this very evening, it reads it without a code', async () => {
    server.answers['GET /api/me'] = aGuest()
    await hangAt(`/wall/${MEETING}`)
    await vi.waitFor(() => expect(text()).toContain('村里的路灯'), { timeout: 15_000 })
    expect(asked()).not.toContain(JOIN)
  })

  test('whoever cannot scan reads the address beside the code, as it is typed', async () => {
    server.answers['GET /api/me'] = aGuest()
    await hangAt(`/wall/${MEETING}`)
    await vi.waitFor(() => expect(text()).toMatch(/或打开\s*192\.168\.1\.23:3000\s*5271/), {
      timeout: 15_000,
    })
    expect(text()).not.toContain('http')
  })
})
