import { mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import Invited from '../../../web/setup/Invited.svelte'
import { locale } from '../../../web/words/messages.svelte.ts'
import { loadRefusals } from '../../../web/words/refusals.ts'
import { invitedWords } from '../../../web/words/pages.ts'
import { fakeServer } from '../../support/villages/evening.ts'

const LOOK = 'POST /api/invitations/look'
const view = {
  ...{ name: '老吴', title: '村会计', placeName: '上河村', from: '王书记' },
  expiresAt: '2026-11-25T11:00:00.000Z',
}

let page: ReturnType<typeof mount> | undefined
let server: ReturnType<typeof fakeServer>
const text = () => document.body.textContent ?? ''

async function open(address: string) {
  if (page) await unmount(page)
  history.replaceState(null, '', address)
  page = mount(Invited, { target: document.body })
}

beforeEach(async () => {
  sessionStorage.clear()
  locale.now = 'zh-Hans'
  server = fakeServer({ [LOOK]: view })
  vi.stubGlobal('fetch', server.fetch)
  vi.stubGlobal('CSS', { escape: (id: string) => id })
  await Promise.all([invitedWords.load('zh-Hans'), loadRefusals()])
})
afterEach(async () => {
  if (page) await unmount(page)
  page = undefined
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

test('a reload does not ask whoever came by a link for letters that they never had in hand', async () => {
  await open('/invited#ABCDEFGH')
  await vi.waitFor(() => expect(text()).toContain('老吴'))
  expect(location.hash).toBe('')
  await open('/invited')
  await vi.waitFor(() => expect(text()).toContain('老吴'))
  expect(server.asked.map(({ body }) => body)).toEqual([{ code: 'ABCDEFGH' }, { code: 'ABCDEFGH' }])
})

test('an invitation that is over is not asked for again', async () => {
  server.answers[LOOK] = { refused: 'invitation-over', sentence: '' }
  await open('/invited#ABCDEFGH')
  await vi.waitFor(() => expect(text()).toContain('这张请帖用过了'))
  await open('/invited')
  expect(text()).not.toContain('老吴')
  expect(server.asked).toHaveLength(1)
})
