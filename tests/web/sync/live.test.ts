import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { STALE_AFTER_MS, type DownFrame } from '../../../shared/protocol/down.ts'
import { Live, type Listener, type LiveTo } from '../../../web/sync/live/live.svelte.ts'

/** A socket that the test speaks through. */
class FakeSocket {
  static all: FakeSocket[] = []
  static get last(): FakeSocket {
    const last = FakeSocket.all[FakeSocket.all.length - 1]
    if (!last) throw new Error('expected a socket, found none')
    return last
  }
  onmessage: ((message: { data: string }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  isClosed = false
  readonly url: string
  constructor(url: string) {
    this.url = url
    FakeSocket.all.push(this)
  }
  close(): void {
    this.isClosed = true
  }
  tell(frame: DownFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
  hangUp(code = 1006): void {
    this.onclose?.({ code })
  }
  get since(): string | null {
    return new URL(this.url).searchParams.get('since')
  }
}

const here: DownFrame = { kind: 'here', phones: 3 }
const upTo = (seq: number): DownFrame => ({ kind: 'events', events: [], upTo: seq })

describe('the live line', () => {
  let live: Live
  let listener: Listener
  const listen = ({ refresh, ...more }: Partial<Listener & LiveTo> = {}) => {
    live = new Live({ placeId: 'p', meetingId: 'm', as: 'phone', ...more })
    listener = { hear: () => {}, refresh: refresh ?? (async () => 7) }
    live.join(listener)
    live.start(7)
    return live
  }
  beforeEach(() => {
    FakeSocket.all = []
    vi.stubGlobal('WebSocket', FakeSocket)
    vi.useFakeTimers()
  })
  afterEach(() => {
    live.leave(listener)
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('asks for everything after the cursor, through its own window', () => {
    listen()
    const { searchParams } = new URL(FakeSocket.last.url)
    expect(Object.fromEntries(searchParams)).toEqual({ place: 'p', since: '7', meeting: 'm', as: 'phone' })
  })

  test('counts the phones that listen', () => {
    listen()
    FakeSocket.last.tell(here)
    expect(live.phones).toBe(3)
    expect(live.state).toBe('live')
  })

  test('comes back with the cursor it had reached', async () => {
    listen()
    FakeSocket.last.tell(upTo(12))
    FakeSocket.last.hangUp()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(FakeSocket.all).toHaveLength(2)
    expect(FakeSocket.last.since).toBe('12')
  })

  test('is stale only after a silence, and says since when', async () => {
    listen()
    FakeSocket.last.tell(here)
    const heardAt = live.heardAtMs
    await vi.advanceTimersByTimeAsync(STALE_AFTER_MS - 1)
    expect(live.state).toBe('live')
    await vi.advanceTimersByTimeAsync(1)
    expect(live.state).toBe('stale')
    expect(live.heardAtMs).toBe(heardAt)
  })

  test('a socket that opened and never speaks is given up', async () => {
    listen()
    await vi.advanceTimersByTimeAsync(STALE_AFTER_MS + 1_000)
    expect(FakeSocket.all[0]?.isClosed).toBe(true)
    const after = FakeSocket.all.length
    await vi.advanceTimersByTimeAsync(2 * STALE_AFTER_MS)
    expect(FakeSocket.all.length).toBeGreaterThan(after)
  })

  test('a short break that is mended within the silence shows nothing', async () => {
    listen()
    FakeSocket.last.tell(here)
    FakeSocket.last.hangUp()
    await vi.advanceTimersByTimeAsync(1_000)
    FakeSocket.last.tell(here)
    await vi.advanceTimersByTimeAsync(STALE_AFTER_MS - 1)
    expect(live.state).toBe('live')
  })

  test('tries ever less often, but does not stop', async () => {
    listen()
    vi.spyOn(Math, 'random').mockReturnValue(1)
    for (let minute = 0; minute < 4; minute++) {
      FakeSocket.last.hangUp()
      await vi.advanceTimersByTimeAsync(9_000)
    }
    expect(FakeSocket.all.length).toBeGreaterThanOrEqual(4)
    const tries = FakeSocket.all.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSocket.all.length - tries).toBeLessThan(15)
    vi.restoreAllMocks()
  })

  test('does not wait any longer when the line is back', async () => {
    listen()
    FakeSocket.last.tell(here)
    FakeSocket.last.hangUp()
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(0)
    expect(FakeSocket.all).toHaveLength(2)
  })

  test('is at once stale when the phone knows that it is offline', () => {
    listen()
    FakeSocket.last.tell(here)
    window.dispatchEvent(new Event('offline'))
    expect(live.state).toBe('stale')
  })

  test('a wall takes the whole picture anew before it listens again', async () => {
    const refresh = vi.fn(async () => 40)
    listen({ refresh, isThorough: true })
    expect(refresh).not.toHaveBeenCalled()
    FakeSocket.last.tell(upTo(12))
    FakeSocket.last.hangUp()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(refresh).toHaveBeenCalledOnce()
    expect(FakeSocket.last.since).toBe('40')
  })

  test('a door that stays shut is asked about, and a lost session ends the knocking', async () => {
    const refresh = vi.fn(async () => 'denied' as const)
    listen({ refresh })
    for (let knock = 0; knock < 2; knock++) {
      FakeSocket.last.hangUp()
      await vi.advanceTimersByTimeAsync(2_000)
    }
    expect(refresh).toHaveBeenCalledOnce()
    expect(live.state).toBe('denied')
    const knocks = FakeSocket.all.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSocket.all).toHaveLength(knocks)
  })

  test('after it was stopped it stays silent', async () => {
    listen()
    const socket = FakeSocket.last
    live.leave(listener)
    socket.hangUp()
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSocket.all).toHaveLength(1)
  })
})
