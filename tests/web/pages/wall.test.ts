import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MeetingSnapshot } from '../../../shared/protocol/room.ts'
import { wallOf } from '../../../server/wall/view.ts'
import { outbox } from '../../../web/sync/outbox.svelte.ts'
import { calledBy } from '../../../web/wall/sheets/called.ts'
import { fit } from '../../../web/wall/fit.ts'
import { UNSENT } from '../../../web/wall/lines/typing.svelte.ts'
import Wall from '../../../web/wall/Wall.svelte'
import { wallParts } from '../../../web/wall/wall-parts.ts'
import { locale } from '../../../web/words/messages.svelte.ts'
import { hallWords } from '../../../web/words/opened.ts'
import {
  aComment,
  aConcern,
  aGuest,
  anEvening,
  aPost,
  aPromise,
  fakeServer,
  MEETING,
  PLACE,
  SpokenSocket,
} from '../../support/villages/evening.ts'

/** Where this instance is reached. */
const DOOR = 'http://192.168.1.23:3000'
const WALL = 'GET /api/places/.*/wall'

describe('the wall', () => {
  let page: ReturnType<typeof mount> | undefined
  const text = () => document.body.textContent ?? ''
  const field = () => document.querySelector<HTMLInputElement>('input.text')!
  const key = (name: string, more: KeyboardEventInit = {}) => {
    field().dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
    )
    flushSync()
  }
  const write = (selector: string, value: string) => {
    const one = document.querySelector<HTMLInputElement>(selector)!
    one.value = value
    one.dispatchEvent(new Event('input', { bubbles: true }))
    flushSync()
  }
  const submit = () =>
    document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  const isOpen = () => document.querySelector('form')!.classList.contains('open')

  async function hang(room: MeetingSnapshot, more: Parameters<typeof fakeServer>[0] = {}) {
    history.replaceState(null, '', `/wall/${MEETING}?place=${PLACE}`)
    const server = fakeServer({ 'GET /api/me': aGuest(), [WALL]: wallOf(room, [], DOOR), ...more })
    vi.stubGlobal('fetch', server.fetch)
    vi.stubGlobal('WebSocket', SpokenSocket)
    await hallWords.load('zh-Hans')
    page = mount(Wall, { target: document.body, props: { parts: wallParts() } })
    return server
  }
  beforeEach(() => {
    localStorage.clear()
    locale.now = 'zh-Hans'
  })
  afterEach(async () => {
    if (page) await unmount(page)
    page = undefined
    for (const { commandId } of outbox.unsent) await outbox.discard(commandId)
    document.body.innerHTML = ''
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('shows the item and the last three voices, the newest as a slip of paper', async () => {
    const comments = ['一', '二', '三', '四'].map((words, at) =>
      aComment(`c${at}`, words, { shownSeq: at + 1 }),
    )
    await hang(anEvening({ comments }))
    await vi.waitFor(() => expect(text()).toContain('村里的路灯'))
    expect(text()).toContain('第一件')
    expect([...document.querySelectorAll('li p')].map((one) => one.textContent)).toEqual(['二', '三', '四'])
    expect(document.querySelector('li.new')?.textContent).toContain('四')
    expect(text()).toContain('5271')
    expect(document.querySelector('img')?.getAttribute('src')).toContain('code.svg')
  })

  test('a voice without a name is a villager', async () => {
    await hang(anEvening({ comments: [aComment('c1', '路灯', { name: null, lane: 'masked' })] }))
    await vi.waitFor(() => expect(text()).toContain('一位村民'))
  })

  test('held and withdrawn words never stand there', async () => {
    const comments = [
      aComment('c1', '没看过的', { state: 'held' }),
      aComment('c2', '收回的', { state: 'withdrawn' }),
    ]
    await hang(anEvening({ comments }))
    await vi.waitFor(() => expect(text()).toContain('谁先说一句'))
    expect(text()).not.toContain('没看过的')
    expect(text()).not.toContain('收回的')
  })

  test('a promise fills the screen, and its seal waits for the nod', async () => {
    const promise = aPromise('p1', { concernId: 'k1' })
    const reading = { wall: { kind: 'promise' as const, commitmentId: 'p1' } }
    await hang(anEvening({ commitments: [promise], concerns: [aConcern('k1', '路灯从开春就不亮')] }, reading))
    await vi.waitFor(() => expect(text()).toContain('联系供电所'))
    expect(text()).toContain('李婶说')
    expect(text()).toContain('路灯从开春就不亮')
    expect(text()).toContain('12月10日')
    expect(text()).toContain('点头才算数')
    expect(document.querySelector('.waiting')?.textContent).toBe('诺')
    expect(text()).toContain('5271')
  })

  test('after the nod the seal is set', async () => {
    const promise = aPromise('p1', { state: 'open', confirmedAt: '2026-11-22T11:45:00.000Z' })
    const reading = { wall: { kind: 'promise' as const, commitmentId: 'p1' } }
    await hang(anEvening({ commitments: [promise] }, reading))
    await vi.waitFor(() => expect(text()).toContain('点了头'))
    expect(document.querySelector('.waiting')).toBeNull()
  })

  test('a wall without a session asks for the code and hangs in that evening', async () => {
    const nobody = { ...aGuest(null), actor: null, places: [] }
    const server = await hang(anEvening(), { 'GET /api/me': nobody, [WALL]: 401 })
    await vi.waitFor(() => expect(text()).toContain('这面墙等着开会'))
    server.answers['POST /api/sessions/join'] = { placeId: PLACE, meetingId: MEETING, guestId: 'wall' }
    server.answers['GET /api/me'] = aGuest()
    server.answers[WALL] = wallOf(anEvening(), [], DOOR)
    write('#code', '5271')
    submit()
    await vi.waitFor(() => expect(text()).toContain('村里的路灯'))
  })

  test('any letter opens the line and Esc puts it away', async () => {
    await hang(anEvening())
    await vi.waitFor(() => expect(field()).toBeTruthy())
    expect(document.activeElement).toBe(field())
    expect(isOpen()).toBe(false)
    key('a')
    expect(isOpen()).toBe(true)
    key('Escape')
    expect(isOpen()).toBe(false)
  })

  test('keys that are not words leave the wall alone', async () => {
    await hang(anEvening())
    await vi.waitFor(() => expect(field()).toBeTruthy())
    for (const name of ['Shift', 'F5', 'Tab', ' ', 'ArrowDown']) key(name)
    key('r', { ctrlKey: true })
    expect(isOpen()).toBe(false)
  })

  test('the Enter that opens the line sends nothing', async () => {
    const server = await hang(anEvening())
    await vi.waitFor(() => expect(field()).toBeTruthy())
    key('Enter')
    expect(isOpen()).toBe(true)
    expect(server.asked.some(({ path }) => path.includes('commands'))).toBe(false)
  })

  test('words typed at the wall go out with a name or none, as from the wall', async () => {
    const server = await hang(anEvening(), {
      'POST /api/commands/post-comment': { placeId: PLACE, seq: 11, at: '' },
    })
    await vi.waitFor(() => expect(field()).toBeTruthy())
    write('input.text', '能先修桥头那盏吗')
    submit()
    await vi.waitFor(() => expect(text()).toContain('已存，主持人看过才上墙'))
    key('a')
    write('input.text', '我也这么想')
    write('input.name', '赵姐')
    submit()
    await vi.waitFor(() =>
      expect(server.asked.filter(({ path }) => path.endsWith('post-comment'))).toHaveLength(2),
    )
    const said = server.asked.filter(({ path }) => path.endsWith('post-comment')).map(({ body }) => body)
    expect(said[0]).toMatchObject({ text: '能先修桥头那盏吗', name: null, lane: 'masked', channel: 'wall' })
    expect(said[1]).toMatchObject({ text: '我也这么想', name: '赵姐', lane: 'open', channel: 'wall' })
    expect(isOpen()).toBe(false)
  })

  test('what is typed before the rest of the line has come is neither lost nor sent twice', async () => {
    const server = await hang(anEvening(), {
      'POST /api/commands/post-comment': { placeId: PLACE, seq: 11, at: '' },
    })
    await vi.waitFor(() => expect(field()).toBeTruthy())
    const first = field()
    write('input.text', '灯')
    submit()
    submit()
    await vi.waitFor(() => expect(text()).toContain('已存，主持人看过才上墙'))
    expect(field()).toBe(first)
    expect(server.asked.filter(({ path }) => path.endsWith('post-comment'))).toHaveLength(1)
  })

  test('an input method opens the line and keeps its field', async () => {
    await hang(anEvening())
    await vi.waitFor(() => expect(field()).toBeTruthy())
    const first = field()
    first.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    flushSync()
    expect(isOpen()).toBe(true)
    await vi.waitFor(() => expect(document.querySelector('input.name')).toBeTruthy())
    expect(field()).toBe(first)
    expect(document.activeElement).toBe(first)
  })

  test('words left unsent by an earlier visit go out without a key being pressed', async () => {
    localStorage.setItem(UNSENT, UNSENT)
    await outbox.add('post-comment', aPost('上次没发出去的'))
    const server = await hang(anEvening(), {
      'POST /api/commands/post-comment': { placeId: PLACE, seq: 11, at: '' },
    })
    await vi.waitFor(() => expect(outbox.unsent).toEqual([]))
    expect(server.asked.some(({ path }) => path.endsWith('post-comment'))).toBe(true)
    await vi.waitFor(() => expect(localStorage.getItem(UNSENT)).toBe(''))
  })

  test('a wall that may not look any more asks for a code', async () => {
    const server = await hang(anEvening())
    await vi.waitFor(() => expect(text()).toContain('村里的路灯'))
    server.answers[WALL] = 401
    SpokenSocket.tell({ kind: 'events', events: [], upTo: 11 })
    await vi.waitFor(() => expect(text()).toContain('这面墙等着开会'))
    expect(text()).not.toContain('村里的路灯')
  })

  test('before and after the evening it says so', async () => {
    await hang(anEvening({}, { phase: 'planned', code: null, currentAgendaItemId: null }))
    await vi.waitFor(() => expect(text()).toContain('请坐'))
    expect(document.querySelector('img')).toBeNull()
    expect(document.querySelector('form')).toBeNull()
  })

  test('a long place of meeting breaks at its words and stands under the title', async () => {
    const venue = '村委会二楼会议室（从东边楼梯上）'
    await hang(
      anEvening({}, { phase: 'planned', code: null, currentAgendaItemId: null, beginsAt: '19:30', venue }),
    )
    await vi.waitFor(() => expect(text()).toContain(venue))
    const told = [...document.querySelectorAll('main p bdi')].find((one) => one.textContent?.includes(venue))
    expect(told?.querySelectorAll('wbr').length).toBeGreaterThan(2)
    expect(told?.closest('p')?.textContent).not.toContain('周')
  })

  test('a picture that nobody renews says since when', async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'Date'],
      now: Date.parse('2026-11-22T11:41:00Z'),
    })
    await hang(anEvening())
    await vi.waitFor(() => expect(text()).toContain('村里的路灯'))
    expect(text()).not.toContain('画面停在')
    await vi.advanceTimersByTimeAsync(5_000)
    flushSync()
    expect(text()).toContain('画面停在 19:41')
  })
})

describe('fitting words to the wall', () => {
  const sheet = (heights: number[], lines = 1) => {
    const node = document.createElement('div')
    node.innerHTML = '<p></p>'
    Object.defineProperty(node, 'clientHeight', { value: 100 })
    Object.defineProperty(node, 'scrollHeight', { get: () => heights[Number(node.dataset['fit'])] })
    const words = node.querySelector('p')!
    words.style.lineHeight = '10px'
    Object.defineProperty(words, 'clientHeight', { value: 10 * lines })
    return node
  }

  test('the largest letters that fit are taken', () => {
    const node = sheet([300, 140, 90, 60])
    fit(node, 4, 0, 'p')
    expect(node.dataset['fit']).toBe('2')
  })

  test('what fits at no step is as small as it gets', () => {
    const node = sheet([300, 300, 300])
    fit(node, 3, 0, 'p')
    expect(node.dataset['fit']).toBe('2')
  })

  test('more than six lines lose their neighbours first', () => {
    const node = sheet([50, 50, 50], 7)
    fit(node, 3, 2, 'p')
    expect(node.dataset['fit']).toBe('2')
  })
})

test.each([
  ['王建国', '村书记', '王书记'],
  ['欧阳修', '镇长', '欧阳镇长'],
  ['王建国', null, '王建国'],
  ['王建国', '电工', '王建国'],
  ['青石供电所', '所长', '青石供电所'],
  ['John', '村书记', 'John'],
])('%s, %s is asked as %s', (name, title, called) => {
  expect(calledBy(name, title)).toBe(called)
})
