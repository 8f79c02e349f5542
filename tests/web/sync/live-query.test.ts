import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RecordedEvent } from '../../../shared/kernel/event.ts'
import type { AnyEvent, DownFrame } from '../../../shared/protocol/down.ts'
import type { Answer } from '../../../web/sync/ask.ts'
import { LiveQuery, type Query } from '../../../web/sync/live/live-query.svelte.ts'
import { Live } from '../../../web/sync/live/live.svelte.ts'

interface Visitors {
  readonly asOf: number
  readonly names: readonly string[]
}
type Told = Answer<Visitors>

const told = (asOf: number, ...names: string[]): Told => ({ kind: 'told', value: { asOf, names } })
const refused = (status: number, code: string): Told => ({
  kind: 'refused',
  refusal: { refused: code, status, sentence: '' } as Extract<Told, { kind: 'refused' }>['refusal'],
})
const silence: Told = { kind: 'unreachable' }
const event = (seq: number, name: string, type = 'came') =>
  ({ seq, type, data: {}, words: { name } }) as unknown as RecordedEvent<AnyEvent>
const nameIn = (event: RecordedEvent<AnyEvent>): string =>
  (event as unknown as { words: { name: string } }).words.name

class FakeSocket {
  static all: FakeSocket[] = []
  onmessage: ((message: { data: string }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  isClosed = false
  readonly since: string | null
  constructor(url: string) {
    this.since = new URL(url).searchParams.get('since')
    FakeSocket.all.push(this)
  }
  close(): void {
    this.isClosed = true
  }
  static tell(frame: DownFrame): void {
    FakeSocket.all.at(-1)?.onmessage?.({ data: JSON.stringify(frame) })
  }
}

describe('something that is read', () => {
  const open: LiveQuery<Visitors>[] = []
  /** What the server answers, one after the other; each waits until it is let go. */
  let asked: ((answer: Told) => void)[] = []
  const read = () => new Promise<Told>((answer) => asked.push(answer))
  const answer = async (value: Told): Promise<void> => {
    await vi.waitFor(() => expect(asked).not.toHaveLength(0))
    asked.shift()!(value)
    await vi.advanceTimersByTimeAsync(0)
  }
  const query = (more: Partial<Query<Visitors>> = {}): LiveQuery<Visitors> => {
    const one = new LiveQuery<Visitors>({
      read,
      fold: (view, event) => ({ ...view, names: [...view.names, nameIn(event)] }),
      isNews: ({ type }) => (type as string) === 'counted-anew',
      ...more,
    })
    open.push(one)
    return one
  }
  beforeEach(() => {
    asked = []
    FakeSocket.all = []
    vi.stubGlobal('WebSocket', FakeSocket)
    vi.useFakeTimers()
  })
  afterEach(() => {
    for (const one of open.splice(0)) one.close()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  test('is asked for until somebody answers, and says meanwhile that nobody did', async () => {
    const visitors = query()
    expect(visitors.state).toBe('loading')
    void visitors.open()
    await answer(silence)
    expect(visitors.state).toBe('unreachable')
    await vi.advanceTimersByTimeAsync(1_000)
    await answer(told(4, '李婶'))
    expect(visitors.state).toBe('ready')
    expect(visitors.view?.names).toEqual(['李婶'])
  })

  test('that may not be seen is not asked for again', async () => {
    const visitors = query()
    void visitors.open()
    await answer(refused(403, 'not-allowed'))
    expect(visitors.state).toBe('refused')
    expect(visitors.isDenied).toBe(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(0)
  })

  test('that was asked for too often is asked for later', async () => {
    const visitors = query()
    void visitors.open()
    await answer(refused(429, 'too-often'))
    await vi.advanceTimersByTimeAsync(1_000)
    await answer(told(1))
    expect(visitors.state).toBe('ready')
    expect(visitors.refusal).toBeNull()
  })

  test('keeps what is heard while an older answer is on its way', async () => {
    const visitors = query()
    void visitors.open()
    await answer(told(4, '李婶'))
    void visitors.reload()
    visitors.hear({ events: [event(5, '王建国')], upTo: 5 })
    await answer(told(4, '李婶'))
    expect(visitors.view?.names).toEqual(['李婶', '王建国'])
    expect(visitors.asOf).toBe(5)
  })

  test('tells nothing twice that was heard before or is in the answer already', async () => {
    const visitors = query()
    void visitors.open()
    await answer(told(4, '李婶'))
    void visitors.reload()
    visitors.hear({ events: [event(5, '王建国')], upTo: 5 })
    await answer(told(5, '李婶', '王建国'))
    visitors.hear({ events: [event(5, '王建国')], upTo: 5 })
    expect(visitors.view?.names).toEqual(['李婶', '王建国'])
  })

  test('stays in sight while it cannot be read anew, says that it is old, and comes by itself', async () => {
    const visitors = query()
    void visitors.open()
    await answer(told(4, '李婶'))
    visitors.hear({ events: [event(5, '', 'counted-anew')], upTo: 5 })
    await answer(silence)
    expect(visitors.state).toBe('ready')
    expect(visitors.isStale).toBe(true)
    await vi.advanceTimersByTimeAsync(1_000)
    await answer(told(5, '陈静'))
    expect(visitors.isStale).toBe(false)
    expect(visitors.view?.names).toEqual(['陈静'])
  })

  test('asked for many times at once is read once more, behind what is under way', async () => {
    const visitors = query()
    for (let press = 0; press < 5; press++) void visitors.reload()
    await answer(told(1))
    await answer(told(2))
    expect(asked).toHaveLength(0)
  })

  test('after it was closed nothing is asked for any more', async () => {
    const visitors = query()
    void visitors.open()
    await answer(silence)
    visitors.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(0)
  })

  describe('on a line that others share', () => {
    test('opens no second socket, and the last to leave closes it', async () => {
      const live = new Live({ placeId: 'p', as: 'desk' })
      const [one, other] = [query({ live }), query({ live })]
      void one.open()
      void other.open()
      await answer(told(4, '李婶'))
      await answer(told(4, '李婶'))
      expect(FakeSocket.all).toHaveLength(1)
      FakeSocket.tell({ kind: 'events', events: [event(5, '王建国')], upTo: 5 })
      expect([one, other].map(({ view }) => view?.names.length)).toEqual([2, 2])
      one.close()
      expect(FakeSocket.all[0]!.isClosed).toBe(false)
      other.close()
      expect(FakeSocket.all[0]!.isClosed).toBe(true)
    })

    test('one that was read earlier hears what the others have behind them', async () => {
      const live = new Live({ placeId: 'p', as: 'desk' })
      const [late, quick] = [query({ live }), query({ live })]
      void late.open()
      void quick.open()
      const [answerLate, answerQuick] = asked.splice(0)
      answerQuick!(told(7, '陈静'))
      await vi.advanceTimersByTimeAsync(0)
      answerLate!(told(5))
      await vi.advanceTimersByTimeAsync(0)
      expect(FakeSocket.all.map(({ since }) => since)).toEqual(['7', '5'])
      FakeSocket.tell({ kind: 'events', events: [event(6, '王建国'), event(7, '陈静')], upTo: 7 })
      expect(late.view?.names).toEqual(['王建国', '陈静'])
      expect(quick.view?.names).toEqual(['陈静'])
    })

    test('what one of them may not see does not shut the others out', async () => {
      const live = new Live({ placeId: 'p', as: 'desk' })
      const [mine, shut] = [query({ live }), query({ live })]
      void mine.open()
      await answer(told(4, '李婶'))
      void shut.open()
      await answer(refused(403, 'not-allowed'))
      for (let knock = 0; knock < 2; knock++) {
        FakeSocket.all.at(-1)!.onclose?.({ code: 1006 })
        await vi.advanceTimersByTimeAsync(2_000)
      }
      await answer(told(6, '李婶', '王建国'))
      expect(live.state).not.toBe('denied')
      expect(FakeSocket.all.at(-1)!.since).toBe('6')
    })
  })
})
