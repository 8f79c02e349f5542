import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Role } from '../../shared/kernel/event.ts'
import type { Me } from '../../shared/protocol/room.ts'
import Desk from '../../web/desk/Desk.svelte'
import { paths } from '../../web/desk/paths.svelte.ts'
import { loadMe, session } from '../../web/sync/session.svelte.ts'
import { toasts } from '../../web/ui/toast.svelte.ts'
import { deskWords } from '../../web/words/desk.ts'
import { tongue } from '../../web/words/language.svelte.ts'
import { loadRefusals } from '../../web/words/refusals.ts'
import { aComment, aConcern, anEvening, aPromise, fakeServer, MEETING, PLACE } from '../support/evening.ts'

const receipt = { placeId: PLACE, seq: 11, at: '2026-11-22T11:45:00.000Z' }
const roster = { asOf: 10, place: anEvening().place, grids: [], households: [], people: [], posts: [] }
const meetings = { asOf: 10, today: '2026-11-22', meetings: [] }
const somebody = (...roles: Role[]): Me => ({
  setupNeeded: false,
  setupKeyNeeded: false,
  actor: { id: 'me', kind: 'person', name: '陈静', personId: 'me', meetingId: null },
  places: [{ ...anEvening().place, roles }],
})
const stranger: Me = { setupNeeded: false, setupKeyNeeded: false, actor: null, places: [] }
const ROOM = `GET /api/places/${PLACE}/meetings/${MEETING}/room.*`

/** The feed, as far as a test wants to speak for it. */
class Feed {
  static open: Feed[] = []
  onmessage: ((message: { data: string }) => void) | null = null
  binaryType = ''
  readonly address: string
  constructor(address: string) {
    this.address = address
    if (address.includes('/live')) Feed.open.push(this)
  }
  addEventListener(): void {}
  send(): void {}
  close(): void {}
  static tell(seq: number, type: string, data: object, words: object = {}): void {
    const event = { type, seq, placeId: PLACE, recordedAt: receipt.at, actorId: 'me', words }
    const frame = { kind: 'events', upTo: seq, events: [{ ...event, data: { meetingId: MEETING, ...data } }] }
    for (const feed of Feed.open) feed.onmessage?.({ data: JSON.stringify(frame) })
    flushSync()
  }
}

let desk: ReturnType<typeof mount> | undefined
let server: ReturnType<typeof fakeServer>
const text = () => document.body.textContent ?? ''
const sees = (words: string) => vi.waitFor(() => expect(text()).toContain(words))
const find = <Found extends Element>(selector: string): Found => {
  const found = document.querySelector<Found>(selector)
  if (!found) throw new Error(`expected ${selector}, found ${text()}`)
  return found
}
const press = (
  key: string,
  more: KeyboardEventInit = {},
  target: EventTarget = document.activeElement ?? document.body,
) => {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  flushSync()
}
const click = (label: string) => {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(label))
  if (!button) throw new Error(`expected a button ${label}, found ${text()}`)
  button.click()
  flushSync()
}
const write = (field: HTMLInputElement, value: string) => {
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
}
const sent = (name: string) =>
  server.asked.filter(({ path }) => path === `/api/commands/${name}`).map(({ body }) => body)
const isSent = (name: string, body: object) => vi.waitFor(() => expect(sent(name).at(-1)).toMatchObject(body))

async function open(path: string, me: Me, answers: Record<string, object | number | null> = {}) {
  server = fakeServer({
    'GET /api/me': me,
    'GET /api/places/.*/roster': roster,
    'GET /api/places/[^/]*/meetings': meetings,
    ...answers,
    'POST /api/commands/.*': receipt,
  })
  vi.stubGlobal('fetch', server.fetch)
  vi.stubGlobal('WebSocket', Feed)
  vi.stubGlobal('scrollTo', () => {})
  paths.go(path)
  await Promise.all([deskWords.load('zh-Hans'), loadRefusals()])
  desk = mount(Desk, { target: document.body, props: { me: loadMe() } })
}
const openEvening = (changed: Parameters<typeof anEvening>[0] = {}, roles: Role[] = ['facilitator']) =>
  open(`/desk/meeting/${MEETING}`, somebody(...roles), { [ROOM]: anEvening(changed) })

beforeEach(() => {
  localStorage.clear()
  tongue.now = 'zh-Hans'
  Feed.open = []
})
afterEach(async () => {
  if (desk) await unmount(desk)
  desk = undefined
  session.me = null
  toasts.close()
  paths.mayLeave = () => true
  paths.go('/desk/login')
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

describe('an open evening on the desk', () => {
  const lamp = aComment('c1', '路灯从开春就不亮。', { state: 'held', shownSeq: 0 })
  const bridge = aComment('c2', '桥头那盏最要紧。', {
    state: 'held',
    shownSeq: 0,
    postedAt: '2026-11-22T11:41:00.000Z',
  })

  test('one key puts the first waiting word on the wall, and the slip can be undone', async () => {
    await openEvening({ comments: [lamp, bridge] })
    await sees('路灯从开春就不亮')
    press('Enter')
    await isSent('show-comment', { commentId: 'c1', placeId: PLACE })
    await sees('撤回')
    press('z')
    await isSent('hold-comment', { commentId: 'c1' })
  })

  test('what another desk has shown leaves the list here', async () => {
    await openEvening({ comments: [lamp, bridge] })
    await sees('2 句等着')
    const facts = { commentId: 'c1', agendaItemId: 'item-1', lane: 'open', channel: 'phone', authorId: null }
    const words = { text: lamp.text, name: '李婶', enteredBy: null }
    Feed.tell(11, 'comment-shown', { ...facts, postedAt: lamp.postedAt }, words)
    await sees('1 句等着')
    press('Enter')
    await isSent('show-comment', { commentId: 'c2' })
  })

  test('a letter typed into a field is a letter, not a key', async () => {
    await openEvening({ comments: [lamp] })
    await sees('替别人打')
    press('k')
    const name = find<HTMLInputElement>('[aria-label="谁说的"]')
    expect(document.activeElement).toBe(name)
    for (const key of ['w', 'c', ']', 'Enter']) press(key, {}, name)
    press('w', {}, document.body)
    await isSent('clear-wall', { meetingId: MEETING })
    expect(sent('raise-concern')).toEqual([])
    expect(sent('show-comment')).toEqual([])
    expect(sent('clear-wall')).toHaveLength(1)
  })

  test('a word becomes a matter with one key, and the next key settles it', async () => {
    await openEvening({ comments: [lamp] })
    await sees('路灯从开春就不亮')
    press('c')
    await isSent('raise-concern', { commentId: 'c1', text: lamp.text, raisedBy: '李婶' })
    await sees('记成一件事了')
    const { concernId } = sent('raise-concern')[0] as { concernId: string }
    const raised = {
      concernId,
      no: 47,
      agendaItemId: 'item-1',
      commentId: 'c1',
      lane: 'open',
      raisedById: null,
    }
    Feed.tell(11, 'concern-raised', raised, { text: lamp.text, raisedBy: '李婶' })
    await sees('47 号')
    press('a')
    const field = find<HTMLInputElement>('.strip input')
    write(field, '今晚就去看')
    press('Enter', {}, field)
    await isSent('answer-concern', { concernId, answer: '今晚就去看' })
  })

  test('a promise is recorded and read back with one chord, and a yes makes it count', async () => {
    await openEvening({ concerns: [aConcern('m1', '路灯不亮', { no: 47, state: 'raised' })] })
    await sees('还没着落的')
    press('p')
    const [who, how, day] = document.querySelectorAll<HTMLInputElement>('form.vow .parts input')
    write(who!, '王建国')
    press('Enter', { ctrlKey: true }, who!)
    expect(sent('record-commitment')).toEqual([])
    await sees('还差「怎么办」、「几号前」')
    write(how!, '更换 3 盏')
    write(day!, '2026-12-10')
    press('Enter', { ctrlKey: true }, day!)
    const promise = { concernId: 'm1', owner: '王建国', measure: '更换 3 盏', dueOn: '2026-12-10' }
    await isSent('record-commitment', promise)
    const { commitmentId } = sent('record-commitment')[0] as { commitmentId: string }
    await isSent('read-back-commitment', { commitmentId })
    expect(document.querySelector('form.vow')).toBeNull()
  })

  test('a yes at the desk confirms the promise that stands on the wall', async () => {
    const evening = anEvening(
      { commitments: [aPromise('p1')] },
      { wall: { kind: 'promise', commitmentId: 'p1' } },
    )
    await open(`/desk/meeting/${MEETING}`, somebody('facilitator'), { [ROOM]: evening })
    await sees('正在墙上念')
    press('y')
    await isSent('confirm-commitment', { commitmentId: 'p1' })
  })

  test('a refused promise stays in its strip with every word', async () => {
    const refused = { 'POST /api/commands/record-commitment': 409 }
    await open(`/desk/meeting/${MEETING}`, somebody('facilitator'), { [ROOM]: anEvening(), ...refused })
    await sees('今晚答应的')
    press('p')
    const [who, how, day] = document.querySelectorAll<HTMLInputElement>('form.vow .parts input')
    write(who!, '王建国')
    write(how!, '更换 3 盏')
    write(day!, '月底')
    press('Enter', { ctrlKey: true }, day!)
    await sees('没有找到。')
    expect(how!.value).toBe('更换 3 盏')
    expect(sent('read-back-commitment')).toEqual([])
  })

  test('a helper’s words go out with both names kept', async () => {
    await openEvening()
    await sees('替别人打')
    const name = find<HTMLInputElement>('[aria-label="谁说的"]')
    write(name, '张大爷')
    write(find('[aria-label="说了什么"]'), '换灯的钱从哪儿出？')
    click('放进来')
    await isSent('post-comment', {
      name: '张大爷',
      text: '换灯的钱从哪儿出？',
      channel: 'staff',
      lane: 'open',
    })
  })

  test('whoever may not run the evening finds no keys that do', async () => {
    await openEvening({ comments: [lamp] }, ['cadre'])
    await sees('路灯从开春就不亮')
    for (const key of ['Enter', 'c', 'p', 'w', ']']) press(key, {}, document.body)
    expect(text()).not.toContain('散会')
    expect(document.querySelector('.strip')).toBeNull()
    expect(server.asked.filter(({ method }) => method === 'POST')).toEqual([])
  })
})

describe('before and after an evening', () => {
  test('a planned evening is opened with one key', async () => {
    const planned = anEvening({}, { phase: 'planned', code: null, openedAt: null })
    await open(`/desk/meeting/${MEETING}`, somebody('facilitator'), { [ROOM]: planned })
    await sees('人到齐了再开')
    press('o')
    await isSent('open-meeting', { meetingId: MEETING })
  })

  test('a closed evening tells what is loose and does not sign what nobody has read', async () => {
    const loose = {
      concerns: [aConcern('m1', '路灯', { state: 'raised' })],
      commitments: [aPromise('p1', { readBackAt: null })],
    }
    const closed = anEvening(loose, { phase: 'closed', code: null })
    await open(`/desk/meeting/${MEETING}`, somebody('facilitator'), { [ROOM]: closed })
    await sees('还没着落的事')
    expect(text()).toContain('还没念过')
    const sign = [...document.querySelectorAll('button')].find((one) =>
      one.textContent?.includes('我是主持人，签字'),
    )
    expect(sign?.disabled).toBe(true)
  })

  test('signed minutes can only be read, on the public page too', async () => {
    const signed = anEvening({}, { phase: 'signed', code: null })
    await open(`/desk/meeting/${MEETING}`, somebody('facilitator'), { [ROOM]: signed })
    await sees('谁也不能再改')
    expect(find<HTMLAnchorElement>(`a[href="/public/${PLACE}/minutes/${MEETING}"]`)).toBeTruthy()
    expect(text()).not.toContain('重新开会')
  })

  test('an evening of somewhere else says so', async () => {
    await open(`/desk/meeting/${MEETING}`, somebody('facilitator'), { [ROOM]: 404 })
    await sees('没有这一页')
  })
})

describe('the list of evenings', () => {
  test('teaches where nothing is there yet, and plans the first evening with one press', async () => {
    await open('/desk', somebody('facilitator'))
    await sees('排第一场会')
    click('排好')
    await isSent('plan-meeting', {
      placeId: PLACE,
      format: 'pavilion-talk',
      title: '凉亭夜话',
      onDay: '2026-11-22',
    })
    const { agenda } = sent('plan-meeting')[0] as { agenda: { title: string }[] }
    expect(agenda.map(({ title }) => title)).toEqual(['上次答应的事', '今晚大家想说的'])
  })

  test('asks strangers to log in and tells guests where they can speak', async () => {
    await open('/desk', stranger)
    await sees('请坐，先登录')
    await unmount(desk!)
    document.body.innerHTML = ''
    await open('/desk/people', somebody('villager'))
    await sees('这张桌子给主持人、记录人和干部用')
  })
})

describe('the roster', () => {
  test('a pasted list shows what is wrong with which row and takes over the others', async () => {
    await open('/desk/people', somebody('facilitator'))
    await sees('名册还是空的')
    const area = find<HTMLTextAreaElement>('textarea')
    area.value = '姓名,户,网格\n李秀英,东头3号,第一网格\n,东头5号,第一网格\n赵敏,东头5号,第一网格\n'
    area.dispatchEvent(new Event('input', { bubbles: true }))
    flushSync()
    await sees('2 行没错，1 行要改')
    expect(text()).toContain('没有姓名')
    click('存下没错的 2 行')
    await vi.waitFor(() => expect(sent('import-roster')).toHaveLength(1))
    const { rows } = sent('import-roster')[0] as { rows: { name: string }[] }
    expect(rows.map(({ name }) => name)).toEqual(['李秀英', '赵敏'])
    await vi.waitFor(() => expect(area.value).toBe('\t东头5号\t第一网格'))
  })
})
