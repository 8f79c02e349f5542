import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { Minutes } from '../../../web/minutes/minutes.svelte.ts'
import { Line } from '../../support/peers/line.ts'

const lines: Line[] = []
let server: Y.Doc
let minutes: Minutes
const line = (): Line => lines.at(-1)!
const type = (text: string): void => minutes.doc.getText('probe').insert(0, text)

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', Line)
  lines.length = 0
  server = new Y.Doc()
  minutes = new Minutes({ placeId: 'p', meetingId: 'm', mayWrite: true }, () => {
    lines.push(new Line())
    return line() as unknown as WebSocket
  })
  minutes.start()
})

afterEach(() => {
  minutes.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function connected(): void {
  line().greet(server)
  line().ack(0, 1)
}

describe('saved means saved', () => {
  test('only the acknowledgement of exactly this state says so', () => {
    expect(minutes.save).toMatchObject({ kind: 'offline', count: 0 })
    connected()
    expect(minutes.save).toMatchObject({ kind: 'saved', count: 0 })
    type('一')
    type('二')
    expect(minutes.save).toMatchObject({ kind: 'saving', count: 2 })
    line().ack(1, 2)
    expect(minutes.save).toMatchObject({ kind: 'saving', count: 1 })
    line().ack(2, 3)
    expect(minutes.save).toMatchObject({ kind: 'saved', count: 0 })
    expect(minutes.seq).toBe(2)
  })

  test('others’ acknowledgements and updates save nothing of ours', () => {
    connected()
    type('一')
    line().ack(7, 1)
    const other = new Y.Doc()
    other.getText('probe').insert(0, '别人')
    line().sync(2, Y.encodeStateAsUpdate(other))
    expect(minutes.save).toMatchObject({ kind: 'saving', count: 1 })
    expect(minutes.doc.getText('probe').toString()).toContain('别人')
  })

  test('a line that was cut loses nothing and sends all of it once when it is back', () => {
    connected()
    type('一')
    line().cut()
    expect(minutes.save).toMatchObject({ kind: 'offline', count: 1 })
    type('二')
    expect(minutes.save).toMatchObject({ kind: 'offline', count: 2 })
    vi.advanceTimersByTime(1_000)
    expect(lines).toHaveLength(2)
    line().greet(server)
    expect(line().updates).toHaveLength(1)
    Y.applyUpdate(server, line().updates[0]!.bytes)
    expect(server.getText('probe').toString()).toBe('二一')
    expect(minutes.save).toMatchObject({ kind: 'saving', count: 2 })
    line().ack(1, 1)
    expect(minutes.save).toMatchObject({ kind: 'saved', count: 0 })
  })

  test('a line that only falls silent is called cut within five seconds', () => {
    connected()
    vi.advanceTimersByTime(4_400)
    expect(minutes.save.kind).toBe('saved')
    vi.advanceTimersByTime(599)
    expect(minutes.save.kind).toBe('offline')
  })

  test('a line that brings words and takes none away is found out by a question', () => {
    connected()
    type('一')
    const speak = (): void =>
      line().tell((encoder) => [1, 1, 0].forEach((n) => encoding.writeVarUint(encoder, n)))
    for (let second = 0; second < 9; second++) {
      speak()
      vi.advanceTimersByTime(1_000)
    }
    expect(minutes.save).toMatchObject({ kind: 'offline', count: 1 })
  })

  test('a server that only takes its time is not called cut', () => {
    connected()
    type('一')
    for (let second = 0; second < 30; second++) {
      if (line().heard.at(-1)?.step === 0) line().sync(1, Y.encodeStateAsUpdate(server))
      line().tell((encoder) => [1, 1, 0].forEach((n) => encoding.writeVarUint(encoder, n)))
      vi.advanceTimersByTime(1_000)
    }
    expect(lines).toHaveLength(1)
    expect(minutes.save).toMatchObject({ kind: 'saving', count: 1 })
    line().ack(1, 2)
    expect(minutes.save).toMatchObject({ kind: 'saved', count: 0 })
  })

  test('what was refused stays unsaved, says why, and goes again when it is tried again', () => {
    connected()
    type('一')
    line().refuse('storage-failed')
    expect(minutes.refusal).toEqual({ refused: 'storage-failed' })
    expect(minutes.isUnsaved).toBe(true)
    minutes.retry()
    line().greet(server)
    expect(line().updates).toHaveLength(1)
    line().ack(1, 1)
    expect(minutes.refusal).toBeNull()
    expect(minutes.isUnsaved).toBe(false)
  })

  test('whoever leaves with unsaved words is asked first', () => {
    connected()
    const leave = (): boolean => dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect(leave()).toBe(true)
    type('一')
    expect(leave()).toBe(false)
    line().ack(1, 2)
    expect(leave()).toBe(true)
  })
})

describe('while a word is composed', () => {
  test('nobody sees half-typed letters, and what others write waits', () => {
    connected()
    minutes.gate.shut()
    type('n')
    minutes.doc.getText('probe').delete(0, 1)
    type('你')
    const other = new Y.Doc()
    other.getText('probe').insert(0, '别人')
    line().sync(2, Y.encodeStateAsUpdate(other))
    expect(line().updates).toHaveLength(1)
    expect(minutes.doc.getText('probe').toString()).toBe('你')
    expect(minutes.save).toMatchObject({ kind: 'saving', count: 3 })
    minutes.gate.open()
    expect(line().updates).toHaveLength(2)
    Y.applyUpdate(server, line().updates[1]!.bytes)
    expect(server.getText('probe').toString()).toBe('你')
    expect(minutes.doc.getText('probe').toString()).toContain('别人')
    line().ack(1, 2)
    expect(minutes.isUnsaved).toBe(false)
  })
})
