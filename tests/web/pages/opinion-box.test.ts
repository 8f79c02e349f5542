import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MineView, MyMatter } from '../../../shared/ledger/mine.ts'
import Box from '../../../web/box/Box.svelte'
import { boxParts } from '../../../web/box/box-parts.ts'
import { timelineOf } from '../../../shared/ledger/matter/timeline.ts'
import { Inbox } from '../../../web/concerns/inbox.svelte.ts'
import { gridsOf } from '../../../web/desk/inbox/who-acts.ts'
import { outbox } from '../../../web/sync/outbox.svelte.ts'
import { boxWords } from '../../../web/words/pages.ts'
import { locale } from '../../../web/words/messages.svelte.ts'
import { mineWords } from '../../../web/words/opened.ts'
import { anEvening, fakeServer, PLACE, SilentSocket } from '../../support/villages/evening.ts'
import { concern, id, running, settled, village } from '../../support/villages/given.ts'

const MINE = `GET /api/places/${PLACE}/mine`
const COMMAND = 'POST /api/commands/raise-concern'
const { place } = anEvening()
const view = (matters: readonly MyMatter[] = []): MineView => ({
  ...{ asOf: 1, today: '2026-12-01', place, isKnown: true, grids: [], holders: [], matters, meetings: [] },
  ...{ promises: [], mayHaveCode: true, evening: null },
})
const mine = (facts: Partial<MyMatter> = {}): MyMatter => ({
  ...{
    concern: concern({ state: 'promised' }),
    into: null,
    commitments: [],
    dueChanges: [],
    saidNo: [],
    saidYes: [],
    turns: [],
  },
  ...{ progress: [], custody: null, steps: [], questions: [] },
  ...{ photos: [], publicPath: null, isAdded: false, ...facts },
})

describe('the opinion box on a phone', () => {
  let page: ReturnType<typeof mount> | undefined
  const text = () => document.body.textContent ?? ''
  const sees = (words: string) => vi.waitFor(() => expect(text()).toContain(words))
  const area = () => document.querySelector<HTMLTextAreaElement>('textarea')!
  const press = (label: string) => {
    const found = [...document.querySelectorAll<HTMLElement>('button')].find((one) =>
      one.textContent?.includes(label),
    )
    if (!found) throw new Error(`expected a button ${label}, found ${text()}`)
    found.click()
    flushSync()
  }
  const write = (words: string) => {
    area().value = words
    area().dispatchEvent(new Event('input', { bubbles: true }))
    flushSync()
  }
  const open = async (address: string, answers: Parameters<typeof fakeServer>[0]) => {
    history.replaceState(null, '', address)
    const server = fakeServer(answers)
    vi.stubGlobal('fetch', server.fetch)
    vi.stubGlobal('scrollTo', () => {})
    await boxWords.load('zh-Hans')
    page = mount(Box, { target: document.body, props: boxParts(location.pathname) })
    return server
  }
  const leave = async () => {
    if (page) await unmount(page)
    page = undefined
    document.body.innerHTML = ''
  }
  beforeEach(() => {
    localStorage.clear()
    document.cookie = 'lane=; path=/; max-age=0'
    locale.now = 'zh-Hans'
  })
  afterEach(async () => {
    await leave()
    for (const { commandId } of outbox.unsent) await outbox.discard(commandId)
    vi.unstubAllGlobals()
  })

  test('keeps what is written over a reload, and sends nothing that is empty or lacks its name', async () => {
    const server = await open(`/say/${PLACE}`, { [MINE]: view() })
    await sees('谁能知道是您说的')
    press('投进去')
    expect(text()).toContain('先写几个字')
    write('桥头的井盖翘了')
    const [named] = document.querySelectorAll<HTMLInputElement>('input[type=radio]')
    named!.click()
    flushSync()
    press('投进去')
    expect(text()).toContain('先告诉我们怎么称呼您')
    expect(server.asked.some(({ method }) => method === 'POST')).toBe(false)
    await leave()
    await open(`/say/${PLACE}`, { [MINE]: view() })
    await sees('谁能知道是您说的')
    expect(area().value).toBe('桥头的井盖翘了')
  })

  test('during an evening the list of one’s matters leads back to it', async () => {
    const evening = { id: 'e1', title: '十一月凉亭夜话' }
    await open(`/mine/${PLACE}`, { [MINE]: { ...view([mine()]), evening } })
    await sees('回到「十一月凉亭夜话」')
    const links = [...document.querySelectorAll('a')].filter((one) => one.textContent?.includes('回到'))
    expect(links.map((one) => one.getAttribute('href'))).toEqual(['/'])
  })

  test('words that find no line wait in sight, and go once under one id', async () => {
    const server = await open(`/say/${PLACE}`, { [MINE]: view(), [COMMAND]: null })
    await sees('谁能知道是您说的')
    write('桥头的井盖翘了')
    press('投进去')
    await sees('网一通就投')
    server.answers[COMMAND] = { placeId: PLACE, seq: 2, at: '' }
    outbox.wake()
    await sees('收到了，已存')
    const sent = server.asked.filter(({ path }) => path.endsWith('raise-concern'))
    expect(new Set(sent.map(({ body }) => body!['concernId'])).size).toBe(1)
    expect(sent.at(-1)!.body).toMatchObject({ channel: 'form', meetingId: null, isAgreed: false })
    expect(area().value).toBe('')
  })

  const took = (commitmentId: string, facts: object) => ({
    ...{ commitment: { ...running(facts), id: commitmentId }, judged: null, concern: null, refused: null },
  })

  test('what was dropped is told among what one promised, and not counted', async () => {
    const promises = [took(id(7), {}), took(id(8), { state: 'dropped' })]
    await open(`/mine/${PLACE}`, { [MINE]: { ...view(), promises } })
    await sees('我答应办的 1')
    await sees('我答应办的 1 件')
    await sees('不算数了，会上拿掉了')
  })

  test('a later day that was refused stands among what one promised, with the reason and what to do', async () => {
    const refused = { dueOn: '2026-12-28', reason: '仓库里有灯' }
    const promises = [{ ...took(id(7), { dueOn: '2026-12-20' }), refused }]
    await open(`/mine/${PLACE}`, { [MINE]: { ...view(), promises } })
    await sees('没同意改到12月28日：仓库里有灯。还是12月20日前办')
  })

  test('a place that is not there is told in a sentence', async () => {
    await open(`/say/${PLACE}`, { [MINE]: 404 })
    await vi.waitFor(() => expect(document.querySelector('[role=alert]')).not.toBeNull())
  })

  test('asks the two questions, warns of a "no", and changes an answer instead of giving a second', async () => {
    const question = { concernId: null, commitmentId: id(7), since: '2026-11-28', asking: 1 }
    const done = mine({
      commitments: [settled({ state: 'done' })],
      questions: [{ ...question, given: null, judged: null, changeUntil: null }],
    })
    const server = await open(`/mine/${PLACE}`, { [MINE]: view([done]), 'POST .*': { seq: 3 } })
    await sees('说是办好了，您看看好了没有')
    await sees('办成了吗？')
    const radio = (value: string, group: string) =>
      document.querySelector<HTMLInputElement>(`input[name^="${group}"][value="${value}"]`)!.click()
    radio('not', 'done')
    radio('acceptable', 'satisfied')
    flushSync()
    expect(text()).toContain('马上再办')
    press('就这样评')
    await vi.waitFor(() => expect(server.asked.some(({ path }) => path.endsWith('rate-outcome'))).toBe(true))
    const given = { id: id(900), done: 'done', satisfied: 'satisfied', word: null }
    const answered = { ...question, given: given as never, judged: null, changeUntil: '2026-12-08' }
    await leave()
    await open(`/mine/${PLACE}`, { [MINE]: view([mine({ questions: [answered] })]) })
    await sees('您评的是：办成了，满意')
    expect(text()).toContain('12月8日以前都能改')
    press('改我的评价')
    expect(document.querySelectorAll('input[type=radio]:checked')).toHaveLength(2)
  })

  test('does not ask what the hall has answered, and lets her say otherwise', async () => {
    const judged = { by: 'hall', done: 'done', satisfied: 'acceptable' } as const
    const question = { concernId: null, commitmentId: id(7), since: '2026-11-28', asking: 0 }
    const told = mine({
      concern: concern({ state: 'rated' }),
      commitments: [settled({ state: 'rated' })],
      questions: [{ ...question, given: null, judged, changeUntil: null }],
    })
    await open(`/mine/${PLACE}`, { [MINE]: view([told]) })
    await sees('会上举手评的是：办成了，还可以。您要是不这么看，可以说。')
    expect(document.querySelector('.lead')!.textContent).toContain('会上举手评过了')
    expect(text()).not.toContain('您看看好了没有')
    expect(text()).not.toContain('您评过了')
    expect(document.querySelectorAll('input[type=radio]')).toHaveLength(0)
    press('现在就能评')
    await sees('办成了吗？')
  })

  test('does not say to somebody who asked for the same that they themselves said no', async () => {
    const again = running({ dueOn: '2026-12-10', confirmedAt: '2026-11-22T11:45:00.000Z' })
    const reopened = mine({
      concern: concern({ state: 'reopened' }),
      commitments: [again],
      saidNo: [
        {
          commitmentId: again.id,
          at: '2026-11-28T01:00:00.000Z',
          by: 'raiser',
          done: 'partly',
          satisfied: 'not',
        },
      ],
    })
    await open(`/mine/${PLACE}`, { [MINE]: view([reopened]) })
    await sees('提这件事的人评的是：办成了一部分，不满意，12月10日前再办')
    expect(text()).not.toContain('您评的是')
  })
})

test('a matter’s story is told in order, with days that moved and the hands it went through', async () => {
  const words = await mineWords.load('zh-Hans')
  const around = {
    ...{ today: '2026-12-01', placeOf: () => '青石镇', words, isOwn: true, dayInWords: words.day },
    dayOf: (at: string) => at.slice(0, 10),
  }
  const step = { concernId: id(6), seq: 1, fromPlaceId: id(1), toPlaceId: id(9), unit: null, answerBy: null }
  const story = timelineOf(
    mine({
      commitments: [running({ confirmedAt: '2026-11-22T12:30:00.000Z', timesMoved: 1 })],
      dueChanges: [
        {
          ...{ commitmentId: id(7), kind: 'extended', fromOn: '2026-12-10', toOn: '2026-12-20' },
          ...{ reason: '灯头缺货', movedAt: '2026-11-30T02:00:00.000Z' },
          ...{ byName: null, byPost: '青石镇镇长' },
        },
      ],
      steps: [
        {
          ...step,
          kind: 'offered',
          reason: '村里没有吊车',
          on: '2026-11-25',
          at: '2026-11-25T02:00:00.000Z',
        },
        { ...step, kind: 'taken-back', reason: '', on: '2026-11-26', at: '2026-11-26T02:00:00.000Z' },
      ],
    }),
    around,
  )
  expect(story.map(({ on }) => on)).toEqual(['2026-11-22', '2026-11-22', '2026-11-25', '2026-11-30'])
  const told = story.map(({ lead, text }) => lead + text)
  expect(told[1]).toContain('12月10日前')
  expect(told[2]).toBe('请青石镇来办：村里没有吊车')
  expect(told[3]).toBe('青石镇镇长同意改到12月20日前：灯头缺货')
})

test('the inbox lists unread words first, and drops what has its outcome as soon as it is heard', async () => {
  vi.stubGlobal('WebSocket', SilentSocket)
  const one = (no: number, state: 'raised' | 'recorded') =>
    concern({ id: id(no), no, state, meetingId: null, channel: 'form' })
  const concerns = [one(3, 'recorded'), one(2, 'raised'), one(1, 'recorded')]
  vi.stubGlobal('fetch', fakeServer({ 'GET .*/inbox': { asOf: 5, today: '2026-12-01', concerns } }).fetch)
  const inbox = new Inbox(village)
  await inbox.open()
  expect(inbox.waiting.map(({ no }) => no)).toEqual([2, 3, 1])
  const answered = {
    ...{ type: 'concern-answered', seq: 6, placeId: village.id, recordedAt: '2026-12-01T02:00:00.000Z' },
    ...{ actorId: 'chen', data: { concernId: id(3), meetingId: null, on: '2026-12-01' } },
    words: { outcome: '明天修' },
  }
  inbox.hear({ events: [answered as never], upTo: 6 })
  expect(inbox.waiting.map(({ no }) => no)).toEqual([2, 1])
  inbox.close()
  vi.unstubAllGlobals()
})

test('what was raised in the grid that somebody holds comes first in their inbox', async () => {
  vi.stubGlobal('WebSocket', SilentSocket)
  const one = (no: number, gridId: string | null) =>
    concern({ id: id(no), no, state: 'recorded', meetingId: null, channel: 'form', gridId })
  const concerns = [one(4, null), one(3, id(51)), one(2, id(50)), one(1, id(50))]
  vi.stubGlobal('fetch', fakeServer({ 'GET .*/inbox': { asOf: 5, today: '2026-12-01', concerns } }).fetch)
  const inbox = new Inbox(village)
  await inbox.open()
  const posts = [
    { personId: 'liu', gridId: id(50), endedAt: null },
    { personId: 'liu', gridId: id(51), endedAt: '2026-11-01T00:00:00.000Z' },
    { personId: 'chen', gridId: id(51), endedAt: null },
  ]
  inbox.ownGrids = gridsOf({ posts } as never, 'liu')
  expect(inbox.waiting.map(({ no }) => no)).toEqual([2, 1, 4, 3])
  inbox.close()
  vi.unstubAllGlobals()
})
