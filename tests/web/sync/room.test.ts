import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RecordedEvent } from '../../../shared/kernel/event.ts'
import type { AnyEvent } from '../../../shared/protocol/down.ts'
import type { MeetingSnapshot as RoomView } from '../../../shared/protocol/room.ts'
import { Comments } from '../../../web/comments/comments.svelte.ts'
import { onWallOf } from '../../../web/comments/on-wall.ts'
import { MeetingStore } from '../../../web/meetings/room.svelte.ts'
import { Outbox } from '../../../web/sync/outbox.svelte.ts'
import { memoryStore } from '../../../web/sync/outbox-store.ts'
import * as given from '../../support/villages/given.ts'
import { SpokenSocket } from '../../support/villages/evening.ts'
import { session } from '../../../web/sync/session.svelte.ts'

const MEETING = 'meeting-1'
const view: RoomView = {
  asOf: 10,
  today: '2026-11-22',
  place: { id: 'p', kind: 'village', parentId: null, name: '柳树湾村', timeZone: 'Asia/Shanghai' },
  meeting: given.meeting({ id: MEETING, placeId: 'p', code: '5271', currentAgendaItemId: 'item-1' }),
  agenda: [
    {
      ...{ id: 'item-1', meetingId: MEETING, title: '村里的路灯', position: 1, startedAt: null },
      ...{ kind: 'topic', concernId: null },
    },
  ],
  promises: [],
  comments: [],
  concerns: [],
  commitments: [],
  signatures: [],
  steps: [],
}

let seq = 10
const comment = (type: 'comment-posted' | 'comment-shown' | 'comment-held', id: string, more: object = {}) =>
  ({
    type,
    seq: ++seq,
    placeId: 'p',
    recordedAt: '2026-11-22T11:41:00.000Z',
    actorId: '',
    data: {
      commentId: id,
      meetingId: MEETING,
      agendaItemId: 'item-1',
      lane: 'open',
      channel: 'phone',
      authorId: null,
      postedAt: '2026-11-22T11:40:00.000Z',
      state: 'held',
      ...more,
    },
    words: { text: `话 ${id}`, name: '李婶', enteredBy: null },
  }) as unknown as RecordedEvent<AnyEvent>

const answerWith = (value: object, status = 200) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(
      async () =>
        new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } }),
    ),
  )

describe('the room', () => {
  let room: MeetingStore
  const opened = async (as: 'phone' | 'wall' | 'desk' = 'phone') => {
    room = new MeetingStore({ placeId: 'p', meetingId: MEETING, as })
    await room.open()
    return room
  }
  beforeEach(() => {
    seq = 10
    answerWith(view)
    vi.stubGlobal(
      'WebSocket',
      class {
        close(): void {}
      },
    )
  })
  afterEach(() => {
    room.close()
    vi.unstubAllGlobals()
    session.me = null
  })

  test('shows what was read, then what is heard', async () => {
    await opened()
    expect(room.currentItem?.title).toBe('村里的路灯')
    room.hear({ events: [comment('comment-shown', 'c1')], upTo: 11 })
    expect(room.comments.map(({ id, state }) => [id, state])).toEqual([['c1', 'shown']])
  })

  test('an event that the picture already holds does not turn it back', async () => {
    await opened()
    room.hear({ events: [comment('comment-shown', 'c1'), comment('comment-held', 'c1')], upTo: 12 })
    room.hear({
      events: [{ ...comment('comment-shown', 'c1'), seq: 11 } as RecordedEvent<AnyEvent>],
      upTo: 12,
    })
    expect(room.comments[0]?.state).toBe('held')
  })

  test('a desk hears the whole place and folds only its evening', async () => {
    vi.stubGlobal('WebSocket', SpokenSocket)
    const heard: string[] = []
    room = new MeetingStore({
      placeId: 'p',
      meetingId: MEETING,
      as: 'desk',
    })
    room.live.join({
      hear: ({ events }) => heard.push(...events.map(({ type }) => type)),
      refresh: async () => Infinity,
    })
    await room.open()
    SpokenSocket.tell({
      kind: 'events',
      events: [comment('comment-shown', 'c9', { meetingId: 'another' })],
      upTo: 11,
    })
    expect(room.comments).toEqual([])
    expect(heard).toEqual(['comment-shown'])
  })

  test('a room that we may not see says why and stops asking', async () => {
    answerWith({ refused: 'not-found', field: 'meetingId', sentence: '没有找到。' }, 404)
    await opened()
    expect(room.state).toBe('refused')
    expect(room.refusal?.refused).toBe('not-found')
    expect(fetch).toHaveBeenCalledOnce()
  })

  test('a page of the network itself is no answer', async () => {
    vi.useFakeTimers()
    const page = new Response('<h1>log in first</h1>', { headers: { 'Content-Type': 'text/html' } })
    const real = new Response(JSON.stringify(view), { headers: { 'Content-Type': 'application/json' } })
    vi.stubGlobal('fetch', vi.fn().mockResolvedValueOnce(page).mockResolvedValueOnce(real))
    room = new MeetingStore({ placeId: 'p', meetingId: MEETING, as: 'phone' })
    const opening = room.open()
    await vi.advanceTimersByTimeAsync(0)
    expect(room.state).toBe('unreachable')
    await vi.advanceTimersByTimeAsync(1_000)
    await opening
    expect(room.state).toBe('ready')
    vi.useRealTimers()
  })

  test('the wall shows what came after it was last cleared, the newest last', async () => {
    await opened('wall')
    const comments = new Comments(room, new Outbox({ open: async () => memoryStore() }))
    room.hear({ events: [comment('comment-shown', 'old')], upTo: 11 })
    const cleared = {
      ...comment('comment-shown', ''),
      type: 'wall-cleared',
      data: { meetingId: MEETING },
      words: {},
    }
    room.hear({ events: [cleared as unknown as RecordedEvent<AnyEvent>], upTo: 12 })
    room.hear({ events: [comment('comment-shown', 'b'), comment('comment-shown', 'a')], upTo: 14 })
    expect(onWallOf(room.comments, room.meeting!.wallClearedSeq).map(({ id }) => id)).toEqual(['b', 'a'])
    expect(comments.shown.map(({ id }) => id)).toEqual(['old', 'b', 'a'])
  })

  test('own words are seen from the first press to the wall, and never twice', async () => {
    session.me = {
      setupNeeded: false,
      setupKeyNeeded: false,
      actor: { id: 'me', kind: 'guest', name: null, personId: null, meetingId: MEETING },
      places: [],
    }
    await opened()
    let answer = (_: unknown): void => {}
    const send = () => new Promise<never>((resolve) => (answer = resolve as (_: unknown) => void))
    const outbox = new Outbox({ send, open: async () => memoryStore() })
    await outbox.start()
    const comments = new Comments(room, outbox)
    await comments.post({ text: '路灯', name: null, lane: 'masked', channel: 'phone' })
    const { commentId } = comments.unsent[0]!
    expect(comments.mine).toEqual([])

    answer({ kind: 'told', value: { placeId: 'p', seq: 11, at: '' } })
    await vi.waitFor(() => expect(comments.unsent).toEqual([]))
    expect(comments.mine.map(({ id, state }) => [id, state])).toEqual([[commentId, 'held']])

    room.hear({ events: [comment('comment-shown', commentId, { authorId: 'me' })], upTo: 11 })
    expect(comments.mine.map(({ id, state }) => [id, state])).toEqual([[commentId, 'shown']])
  })
})
