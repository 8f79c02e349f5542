import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CompositionGate } from '../../../web/minutes/connection/gate.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watched() {
  const gate = new CompositionGate()
  const field = document.createElement('div')
  gate.watch(field)
  const passed: string[] = []
  return {
    passed,
    gate,
    start: () => field.dispatchEvent(new Event('compositionstart')),
    end: () => field.dispatchEvent(new Event('compositionend')),
    blur: () => field.dispatchEvent(new Event('blur')),
    pass: (name: string) => gate.pass(() => passed.push(name)),
  }
}

describe('while a word is composed', () => {
  test('nothing passes until a moment after its end, and then in order', () => {
    const { passed, start, end, pass } = watched()
    pass('before')
    start()
    pass('one')
    pass('two')
    end()
    vi.advanceTimersByTime(59)
    expect(passed).toEqual(['before'])
    pass('three')
    vi.advanceTimersByTime(1)
    expect(passed).toEqual(['before', 'one', 'two', 'three'])
  })

  test('the next word begun at once keeps it shut', () => {
    const { passed, start, end, pass } = watched()
    start()
    pass('one')
    end()
    vi.advanceTimersByTime(30)
    start()
    vi.advanceTimersByTime(1_000)
    expect(passed).toEqual([])
    end()
    vi.advanceTimersByTime(60)
    expect(passed).toEqual(['one'])
  })

  test('a composition that never ends, and one that is left, do not cut the text off', async () => {
    const { passed, start, blur, pass } = watched()
    start()
    pass('one')
    vi.advanceTimersByTime(20_000)
    expect(passed).toEqual(['one'])
    start()
    pass('two')
    blur()
    await Promise.resolve()
    expect(passed).toEqual(['one', 'two'])
    start()
    pass('three')
    dispatchEvent(new Event('pagehide'))
    expect(passed).toEqual(['one', 'two', 'three'])
  })
})
