import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { AlikeMatter } from '../../../shared/concerns/alike.ts'
import AlikeList from '../../../web/concerns/AlikeList.svelte'
import RisingPanel from '../../../web/concerns/RisingPanel.svelte'
import type { EveningActions } from '../../../web/desk/evening/evening-actions.svelte.ts'
import { StripActions } from '../../../web/desk/evening/strip/strip-actions.svelte.ts'
import { ConcernDraft } from '../../../web/desk/evening/strip/strip.svelte.ts'
import { toasts } from '../../../web/ui/feedback/toast.svelte.ts'
import { alikeWords } from '../../../web/words/villagers.ts'
import { deskWords } from '../../../web/words/pages.ts'
import { eveningWords } from '../../../web/words/desk.ts'
import { fakeServer, PLACE } from '../../support/villages/evening.ts'

const lamp: AlikeMatter = {
  ...{ id: 'lamp', placeId: PLACE, no: 7, meetingId: null, state: 'answered', text: '村口的路灯不亮' },
  ...{ outcome: '明天来修。', route: null, voices: 2, raisedAt: '2026-10-01T12:00:00.000Z', dueOn: null },
}
const closed: AlikeMatter = { ...lamp, id: 'old', no: 3, state: 'closed', text: '路灯不亮' }

let drawn: ReturnType<typeof mount> | undefined
beforeEach(() => Promise.all([alikeWords, deskWords, eveningWords].map((chapter) => chapter.load('zh-Hans'))))
afterEach(async () => {
  if (drawn) await unmount(drawn)
  drawn = undefined
  toasts.close()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})
const text = () => document.body.textContent ?? ''

test('whoever types is shown what was asked before, once for what was typed last', async () => {
  const server = fakeServer({ [`GET /api/places/${PLACE}/alike.*`]: { matters: [lamp, closed] } })
  vi.stubGlobal('fetch', server.fetch)
  const joined: number[] = []
  const onjoin = ({ no }: AlikeMatter) => joined.push(no)
  drawn = mount(AlikeList, { target: document.body, props: { placeId: PLACE, text: '路灯又不亮了', onjoin } })
  await vi.waitFor(() => expect(text()).toContain('以前说过相近的事'))
  expect(text()).toContain('第 7 号 · 答复过 · 2 个人说过')
  expect(text()).toContain('明天来修。')
  expect(server.asked.map(({ path }) => decodeURIComponent(path))).toEqual([
    `/api/places/${PLACE}/alike?q=路灯又不亮了`,
  ])
  const buttons = [...document.querySelectorAll('button')]
  expect(buttons.map(({ ariaLabel }) => ariaLabel)).toEqual(['把这个声音加到第 7 号'])
  buttons[0]!.click()
  flushSync()
  expect(joined).toEqual([7])
})

function stripActions(answers: Record<string, object>) {
  const sent: { name: string; body: Record<string, unknown> }[] = []
  const acts = {
    send: async (name: string, body: Record<string, unknown>) => {
      sent.push({ name, body })
      return answers[name] ?? { kind: 'told', value: { placeId: PLACE, seq: 1, at: '' } }
    },
  }
  const room = { seat: { placeId: PLACE, meetingId: 'm' }, meeting: null, comments: [], concerns: [] }
  const evening = { acts, room, matters: { choose: () => {} }, leaveStrip: () => {} }
  const draft = new ConcernDraft({ line: { speaker: '李婶', text: '路灯又不亮了' } })
  const put = new StripActions({ evening, minutes: null } as unknown as EveningActions)
  return { sent, join: () => put.concern({ kind: 'concern', draft }, lamp) }
}

test('a voice is raised in its own words first, then put together with the other', async () => {
  const { sent, join } = stripActions({})
  await join()
  expect(sent).toMatchObject([
    { name: 'raise-concern', body: { text: '路灯又不亮了', raisedBy: '李婶' } },
    { name: 'merge-concerns', body: { intoId: 'lamp' } },
  ])
  expect(sent[1]!.body['concernId']).toBe(sent[0]!.body['concernId'])
  expect(toasts.now?.text).toContain('第 7 号')
})

test('where they cannot be put together, the voice stands by itself and that is said', async () => {
  const { join } = stripActions({ 'merge-concerns': { kind: 'unreachable' } })
  await join()
  expect(toasts.now?.text).toContain('单立一件')
})

const rising = (groups: object[]) => ({
  ...{ asOf: 1, today: '2026-11-22', from: '2026-08-24', groups },
  places: [{ id: PLACE, kind: 'village', parentId: null, name: '柳树湾村', timeZone: 'Asia/Shanghai' }],
})

test('what rises is flagged with how often, and where nothing rises the desk says nothing', async () => {
  const group = {
    matters: [lamp, closed],
    count: 3,
    villages: 2,
    voices: 5,
    waiting: 1,
    about: { elders: 5 },
  }
  const server = fakeServer({ [`GET /api/places/${PLACE}/rising`]: rising([group]) })
  vi.stubGlobal('fetch', server.fetch)
  drawn = mount(RisingPanel, { target: document.body, props: { placeId: PLACE, isOnlyFlag: true } })
  await vi.waitFor(() =>
    expect(text()).toContain('说了 3 回 · 2 个村 · 5 个人说过 · 1 件等着落 · 5 件关系到老人'),
  )
  await unmount(drawn)
  const quiet = fakeServer({ [`GET /api/places/${PLACE}/rising`]: rising([]) })
  vi.stubGlobal('fetch', quiet.fetch)
  drawn = mount(RisingPanel, { target: document.body, props: { placeId: PLACE, isOnlyFlag: true } })
  await vi.waitFor(() => expect(quiet.asked).toHaveLength(1))
  expect(text().trim()).toBe('')
})
