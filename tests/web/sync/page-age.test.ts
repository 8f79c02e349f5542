import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { EpochFrame } from '../../../shared/protocol/down.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts'
import { Live, type Listener } from '../../../web/sync/live/live.svelte.ts'
import { pageAge } from '../../../web/sync/live/page-age.svelte.ts'
import PageIsOld from '../../../web/ui/feedback/PageIsOld.svelte'
import { renewOnce } from '../../../web/wall/renew.ts'
import { everywhere as english } from '../../../web/words/everywhere.en.ts'
import { everywhere as simplified } from '../../../web/words/everywhere.zh-Hans.ts'
import { everywhere as traditional } from '../../../web/words/everywhere.zh-Hant.ts'

/** A socket through which the server greets. */
class GreetingSocket {
  static last: GreetingSocket
  onmessage: ((message: { data: string }) => void) | null = null
  onclose = null
  constructor() {
    GreetingSocket.last = this
  }
  close(): void {}
  greet(protocol?: number): void {
    const frame: Partial<EpochFrame> = { kind: 'epoch', epoch: 'e', ...(protocol ? { protocol } : {}) }
    this.onmessage?.({ data: JSON.stringify(frame) })
  }
}

describe('a page that was opened before an update', () => {
  let live: Live
  const listener: Listener = { hear: () => {}, refresh: async () => 1 }
  beforeEach(() => {
    vi.stubGlobal('WebSocket', GreetingSocket)
    live = new Live({ placeId: 'p', as: 'desk' })
    live.join(listener)
    live.start(1)
  })
  afterEach(() => {
    live.leave(listener)
    pageAge.isOld = false
    sessionStorage.clear()
    document.body.innerHTML = ''
    vi.unstubAllGlobals()
  })

  test.each([
    ['the same protocol', PROTOCOL_VERSION, false],
    ['a newer one', PROTOCOL_VERSION + 1, true],
    ['an older one, while a server is brought back', PROTOCOL_VERSION - 1, false],
    ['none, as servers did before', undefined, false],
  ])('the server speaks %s', (_, protocol, isOld) => {
    GreetingSocket.last.greet(protocol)
    expect(pageAge.isOld).toBe(isOld)
    expect(live.state).toBe('live')
  })

  test.each([simplified, traditional, english])(
    'it is said calmly, with the one thing to press',
    async (words) => {
      const page = mount(PageIsOld, { target: document.body, props: { words } })
      expect(document.body.textContent).toBe('')
      GreetingSocket.last.greet(PROTOCOL_VERSION + 1)
      flushSync()
      const said = document.querySelector('[role="status"]')!
      expect(said.textContent).toContain(words.pageIsOld)
      expect(said.querySelector('button')!.textContent).toBe(words.reload)
      await unmount(page)
    },
  )

  test('a wall, where nobody presses, is loaded anew once and never in a circle', () => {
    const reload = vi.fn()
    renewOnce(sessionStorage, reload)
    expect(reload).toHaveBeenCalledTimes(1)
    renewOnce(sessionStorage, reload)
    expect(reload).toHaveBeenCalledTimes(1)
  })
})
