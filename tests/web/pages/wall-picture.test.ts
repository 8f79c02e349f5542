import { mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { wallOf } from '../../../server/wall/view.ts'
import Aside from '../../../web/wall/Aside.svelte'
import { WallStore } from '../../../web/wall/wall-store.svelte.ts'
import { hallWords, wallWords } from '../../../web/words/opened.ts'
import {
  aComment,
  aConcern,
  anEvening,
  aPromise,
  fakeServer,
  MEETING,
  PLACE,
  SpokenSocket,
} from '../../support/villages/evening.ts'

/** Where this instance is reached. */
const DOOR = 'http://192.168.1.23:3000'
const WALL = 'GET /api/places/.*/wall'
const said = (asOf: number, text: string) =>
  wallOf(anEvening({ asOf, comments: [aComment('c1', text)] }), [], DOOR)
const ring = (upTo: number) => SpokenSocket.tell({ kind: 'events', events: [], upTo })

describe('the picture on the wall', () => {
  let picture: WallStore
  let server: ReturnType<typeof fakeServer>
  const voices = () => picture.view?.voices.map(({ text }) => text)

  beforeEach(async () => {
    server = fakeServer({ [WALL]: wallOf(anEvening(), [], DOOR) })
    vi.stubGlobal('fetch', server.fetch)
    vi.stubGlobal('WebSocket', SpokenSocket)
    picture = new WallStore(PLACE, MEETING)
    await picture.open()
  })
  afterEach(() => {
    picture.close()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  test('a ring shows what was written down since', async () => {
    server.answers[WALL] = said(11, '桥头')
    ring(11)
    await vi.waitFor(() => expect(voices()).toEqual(['桥头']))
  })

  test('only whoever raised a matter is told that their phone judges it', async () => {
    const captionOf = async (concern: ReturnType<typeof aConcern> | null, state: 'done' | 'open') => {
      const commitment = aPromise('lamp', { meetingId: 'october', state, doneOn: '2026-11-20' })
      const review = { commitment, concern, photos: [], rating: null, counting: null, isOwn: false }
      const room = anEvening({}, { wall: { kind: 'review', commitmentId: 'lamp' } })
      const view = wallOf(room, [review], DOOR)
      const page = mount(Aside, {
        target: document.body,
        props: { picture, view, isReading: false, isReviewing: true },
      })
      const caption = [...document.querySelectorAll('.small')].at(-2)!.textContent
      await unmount(page)
      return caption
    }
    await Promise.all([hallWords.load('zh-Hans'), wallWords.load('zh-Hans')])
    expect(await captionOf(aConcern('m1', '路灯不亮'), 'done')).toBe('提这件事的人扫码能评，或打开')
    expect(await captionOf(null, 'done')).toBe(hallWords.now.scan)
    expect(await captionOf(aConcern('m1', '路灯不亮'), 'open')).toBe(hallWords.now.scan)
  })

  test('a ring about what is shown already asks nothing', () => {
    ring(10)
    expect(server.asked).toHaveLength(1)
  })

  test('many rings are few readings, never two at once, and the last one counts', async () => {
    let underWay = 0
    let most = 0
    vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
      most = Math.max(most, ++underWay)
      const answer = await server.fetch(path, init)
      underWay--
      return answer
    })
    server.answers[WALL] = said(20, '第一句')
    for (let upTo = 11; upTo <= 20; upTo++) ring(upTo)
    server.answers[WALL] = said(30, '最后一句')
    for (let upTo = 21; upTo <= 30; upTo++) ring(upTo)
    await vi.waitFor(() => expect(voices()).toEqual(['最后一句']))
    expect(most).toBe(1)
    expect(server.asked.length).toBeLessThanOrEqual(3)
  })

  test('a ring while an answer is under way is another reading', async () => {
    let answer = (_: Response): void => {}
    vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)))
    ring(11)
    ring(12)
    vi.stubGlobal('fetch', server.fetch)
    server.answers[WALL] = said(12, '后来的')
    answer(await fakeServer({ [WALL]: said(11, '先来的') }).fetch('/api/places/p/wall'))
    await vi.waitFor(() => expect(voices()).toEqual(['后来的']))
  })

  test('a ring that nobody answers is answered when somebody does', async () => {
    vi.useFakeTimers()
    server.answers[WALL] = null
    ring(11)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(picture.isUnreachable).toBe(true)
    expect(voices()).toEqual([])
    server.answers[WALL] = said(11, '桥头')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(voices()).toEqual(['桥头'])
  })

  test('whoever may not look is told so, and asks no more', async () => {
    server.answers[WALL] = 401
    ring(11)
    await vi.waitFor(() => expect(picture.isDenied).toBe(true))
    expect(server.asked).toHaveLength(2)
  })
})
