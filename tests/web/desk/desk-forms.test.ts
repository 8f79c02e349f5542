import { flushSync, mount, unmount, type Component } from 'svelte'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import MarkForm from '../../../web/calendar/MarkForm.svelte'
import YearForm from '../../../web/calendar/YearForm.svelte'
import EntryForm from '../../../web/catalogue/EntryForm.svelte'
import RobotForm from '../../../web/notices/RobotForm.svelte'
import AddOne from '../../../web/people/roster/AddOne.svelte'
import DrawGrid from '../../../web/people/roster/DrawGrid.svelte'
import GiveLogin from '../../../web/people/roster/GiveLogin.svelte'
import GivePost from '../../../web/people/roster/GivePost.svelte'
import PartnerForm from '../../../web/people/PartnerForm.svelte'
import { Places } from '../../../web/people/places/places.svelte.ts'
import AddPlace from '../../../web/people/places/AddPlace.svelte'
import GivePostAt from '../../../web/people/places/GivePost.svelte'
import { toasts } from '../../../web/ui/feedback/toast.svelte.ts'
import { deskWords } from '../../../web/words/pages.ts'
import {
  catalogueWords,
  partnersWords,
  placeWords,
  placesWords,
  rosterWords,
} from '../../../web/words/village.ts'
import { loadRefusals } from '../../../web/words/refusals.ts'
import { anEvening, PLACE } from '../../support/villages/evening.ts'

const REFUSED = { refused: 'not-allowed', sentence: 'No.' }
type Line = 'open' | 'cut' | 'answers get lost' | 'refuses'
interface Sent {
  readonly path: string
  readonly id: string | null
  readonly body: string
}
let line: Line
/** Short messages of the page; each goes by itself. */
let messages: string[]
let sent: Sent[]

const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })

beforeEach(async () => {
  const all = [deskWords, partnersWords, rosterWords, catalogueWords, placeWords, placesWords]
  await Promise.all([...all.map((words) => words.load()), loadRefusals()])
  sent = []
  messages = []
  line = 'open'
  vi.spyOn(toasts, 'show').mockImplementation((text) => void messages.push(text))
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async (path: string, { method, headers, body }: RequestInit) => {
    if (method !== 'POST') return json({ deeds: [], invitations: [], places: [], above: [] })
    if (line === 'cut') throw new TypeError('the line is down')
    sent.push({ path, id: new Headers(headers).get('Idempotency-Key'), body: body as string })
    if (line === 'answers get lost') throw new TypeError('the line is down')
    return line === 'open' ? json({ seq: sent.length }) : json(REFUSED, 403)
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  sessionStorage.clear()
  localStorage.clear()
})

const { place } = anEvening()
const inTree = { ...place, parentId: 'town', runBy: [], isInvited: false, households: null }
const roster = () => ({
  placeId: PLACE,
  known: [],
  view: { place, people: [], posts: [], grids: [], households: [] },
  noteLogin: () => {},
  reload: async () => true,
})
const person = { id: 'p', name: '王建国', hasLogin: false }
const places = () => {
  const tree = new Places(PLACE)
  tree.view = { above: [], places: [inTree], mayRun: true } as unknown as NonNullable<Places['view']>
  return tree
}
const mine = { ...place, roles: ['facilitator'] }
const done = async () => {}

interface Form {
  readonly name: string
  readonly of: Component<never>
  readonly props: () => object
  /** What is typed into its fields, in their order. */
  readonly typed: readonly string[]
  /** What has to be pressed before it stands open. */
  readonly opener?: string
}

const FORMS: readonly Form[] = [
  { name: 'somebody new', of: AddOne, props: () => ({ roster: roster() }), typed: ['孙大伯', '', ''] },
  { name: 'a grid', of: DrawGrid, props: () => ({ roster: roster() }), typed: ['五组'] },
  {
    ...{ name: 'a post', of: GivePost, typed: ['治保主任'] },
    props: () => ({ roster: roster(), person, posts: [] }),
  },
  {
    ...{ name: 'a log-in', of: GiveLogin, typed: ['王建国', 'a long password'], opener: 'button' },
    props: () => ({ roster: roster(), person }),
  },
  {
    ...{ name: 'a place below', of: AddPlace, typed: ['五组'] },
    props: () => ({ places: places(), parent: inTree, kind: 'grid' }),
  },
  {
    ...{ name: 'an invitation', of: GivePostAt, typed: ['冯春梅', ''] },
    props: () => ({ places: places(), place: inTree, roster: roster() }),
  },
  {
    ...{ name: 'a partner', of: PartnerForm, typed: ['供电所', '路灯'] },
    props: () => ({ placeId: PLACE, partnerId: 'x', partner: null, onput: done, onleave: done }),
  },
  {
    ...{ name: 'a kind of matter', of: EntryForm, typed: ['路灯', '供电所', '5', '打电话'] },
    props: () => ({ place: mine, entryId: 'e', entry: null, levels: {}, onput: done, onleave: done }),
  },
  {
    ...{ name: 'a group that hears', of: RobotForm, typed: ['https://group.example/key'] },
    props: () => ({ placeId: PLACE, onput: done }),
  },
  {
    ...{ name: 'a marked day', of: MarkForm, typed: ['赶集'] },
    props: () => ({ placeId: PLACE, chosen: ['2026-11-30'], marks: new Map(), onput: done }),
  },
  {
    ...{ name: 'a year', of: YearForm, typed: ['2026-01-01', '', '通知'] },
    props: () => ({ placeId: PLACE, year: 2026, onput: done }),
  },
]

const TEXTS = 'textarea, input:not([type="radio"])'

describe.each(FORMS)('the form for $name', ({ of, props, typed, opener }) => {
  let page: object
  const form = () => document.querySelector('form')!
  const texts = () => [...form().querySelectorAll<HTMLInputElement>(TEXTS)].map(({ value }) => value)

  beforeEach(() => {
    page = mount(of, { target: document.body, props: props() as never })
    flushSync()
    if (opener) document.querySelector<HTMLElement>(opener)?.click()
    flushSync()
    const fields = [...form().querySelectorAll<HTMLInputElement>(TEXTS)]
    fields.forEach((field, at) => {
      field.value = typed[at] ?? ''
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    flushSync()
  })
  afterEach(async () => {
    await unmount(page)
    document.body.innerHTML = ''
  })

  const press = () => form().dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))
  const ended = () => vi.advanceTimersByTimeAsync(60_000)
  /** What was said: beside the form, at a field, or in the short message of the page. */
  const said = () => [form().textContent, ...messages].join(' ')

  test('pressed twice is one command', async () => {
    press()
    press()
    await ended()
    expect(new Set(sent.map(({ path, id }) => `${path} ${id}`)).size).toBe(sent.length)
    expect(sent.filter(({ path }) => path === sent[0]!.path)).toHaveLength(1)
  })

  test('an answer that never came and the same press again is the same command', async () => {
    line = 'answers get lost'
    press()
    await ended()
    const first = sent[0]!
    sent = []
    line = 'open'
    press()
    await ended()
    expect(sent[0]).toEqual(first)
  })

  test('a refusal is said, and what was typed stays', async () => {
    line = 'refuses'
    press()
    await ended()
    expect(said()).toContain('身份')
    expect(texts()).toEqual(typed)
  })

  test('a line that is down is said, and what was typed stays', async () => {
    line = 'cut'
    const before = said()
    press()
    await ended()
    expect(said()).not.toBe(before)
    expect(said()).toMatch(/没有网|连不上|没送出去|还在/)
    expect(texts()).toEqual(typed)
  })
})
