import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CommandRunner } from '../../../web/desk/command-runner.svelte.ts'
import { deskWords } from '../../../web/words/pages.ts'

describe('a press at the desk', () => {
  let ids: (string | null)[]
  let isCut: boolean
  let acts: CommandRunner

  beforeEach(async () => {
    await deskWords.load('zh-Hans')
    ids = []
    isCut = false
    acts = new CommandRunner('p')
    vi.useFakeTimers()
    vi.stubGlobal('fetch', async (_path: string, { headers }: RequestInit) => {
      ids.push(new Headers(headers).get('Idempotency-Key'))
      if (isCut) throw new TypeError('the line is down')
      return new Response(JSON.stringify({ seq: 1 }), { headers: { 'Content-Type': 'application/json' } })
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  const show = (commentId: string) => acts.run('show-comment', { commentId })

  test('made twice before it is answered is sent once, and both are told', async () => {
    expect(await Promise.all([show('c1'), show('c1')])).toEqual([true, true])
    expect(ids).toHaveLength(1)
  })

  test('whose answer was lost is the same command when it is made again', async () => {
    isCut = true
    const first = show('c1')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await first).toBe(false)
    isCut = false
    expect(await show('c1')).toBe(true)
    expect(ids.length).toBeGreaterThan(1)
    expect(new Set(ids).size).toBe(1)
  })

  test('made again after it was answered is a new command', async () => {
    await show('c1')
    await show('c1')
    expect(new Set(ids).size).toBe(2)
  })

  test('after another one is not taken for the one before that', async () => {
    await Promise.all([show('c1'), show('c2'), show('c1')])
    expect(ids).toHaveLength(3)
  })
})
