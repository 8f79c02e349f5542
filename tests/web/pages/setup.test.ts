import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Me } from '../../../shared/people/person.ts'
import Setup from '../../../web/setup/Setup.svelte'
import { wrongIn } from '../../../web/setup/setup.svelte.ts'
import { session } from '../../../web/sync/session.svelte.ts'
import { locale } from '../../../web/words/messages.svelte.ts'
import { loadRefusals } from '../../../web/words/refusals.ts'
import { setupWords } from '../../../web/words/pages.ts'
import { anEvening, fakeServer } from '../../support/villages/evening.ts'

const fresh = (setupKeyNeeded = false): Me => ({ setupNeeded: true, setupKeyNeeded, actor: null, places: [] })
const founded: Me = {
  setupNeeded: false,
  setupKeyNeeded: false,
  actor: { id: 'chen', kind: 'person', name: '陈静', personId: 'chen', meetingId: null },
  places: [{ ...anEvening().place, roles: ['facilitator'] }],
}
const cast = [{ name: '陈静', title: '主持人', loginName: 'chenjing', password: 'chenjing-2026' }]

let page: ReturnType<typeof mount> | undefined
let server: ReturnType<typeof fakeServer>
const text = () => (document.body.textContent ?? '').replace(/\s+/g, ' ')
const sees = (words: string) => vi.waitFor(() => expect(text()).toContain(words))
const press = (label: string) => {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(label))
  if (!found) throw new Error(`expected a button ${label}, found ${text()}`)
  found.click()
  flushSync()
}
const write = (label: string, value: string) => {
  const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.startsWith(label))
  const field = found && document.querySelector<HTMLInputElement>(`#${CSS.escape(found.htmlFor)}`)
  if (!field) throw new Error(`expected a field ${label}, found ${text()}`)
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  flushSync()
}
const submit = () => {
  document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  flushSync()
}
const sent = (what: string) =>
  server.asked.filter(({ path }) => path === `/api/setup/${what}`).map(({ body }) => body)

async function open(me: Me, answers: Record<string, object | number | null> = {}) {
  server = fakeServer({ 'GET /api/me': me, ...answers })
  vi.stubGlobal('fetch', server.fetch)
  await Promise.all([setupWords.load('zh-Hans'), loadRefusals()])
  page = mount(Setup, { target: document.body })
}

function fillIn(): void {
  write('村名', '柳树湾村')
  write('第一位主持人', '陈静')
  write('登录名', 'chenjing')
  write('密码', '一句好记的话写在这里')
  write('密码再写一遍', '一句好记的话写在这里')
}

beforeEach(() => {
  vi.stubGlobal('CSS', { escape: (id: string) => id })
  localStorage.clear()
  locale.now = 'zh-Hans'
})
afterEach(async () => {
  if (page) await unmount(page)
  page = undefined
  session.me = null
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

describe('one’s own village', () => {
  test('every empty field says so, nothing is sent, and the first one has the caret', async () => {
    await open(fresh())
    await sees('办自己村的')
    press('填村名')
    submit()
    await vi.waitFor(() => expect(document.querySelectorAll('[role=alert]')).toHaveLength(4))
    expect(text()).toContain('「主持人的名字」还没填')
    expect(text()).not.toContain('开张口令')
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true'))
    expect(sent('village')).toHaveLength(0)
  })

  test('a short password and two different ones are told apart', () => {
    const typed = {
      villageName: '柳树湾村',
      facilitatorName: '陈静',
      ...{ name: '', below: '', governorName: '' },
      loginName: 'chenjing',
      password: '1234567',
      again: '1234567890',
      key: '',
    }
    expect(wrongIn(typed, false, true)).toEqual({
      password: { refused: 'too-short', field: 'password', limit: 10 },
      again: 'differ',
    })
    expect(wrongIn({ ...typed, password: '1234567890' }, false, true)).toEqual({})
    expect(wrongIn({ ...typed, password: '1234567890', again: '' }, false, false)).toEqual({})
    expect(wrongIn({ ...typed, password: '1234567890' }, true, true)).toHaveProperty('key')
  })

  test('founds the village', async () => {
    await open(fresh(), { 'POST /api/setup/village': founded })
    await sees('办自己村的')
    press('填村名')
    fillIn()
    submit()
    await vi.waitFor(() => expect(sent('village')).toHaveLength(1))
    expect(sent('village')[0]).toEqual({
      villageName: '柳树湾村',
      townshipName: null,
      facilitatorName: '陈静',
      loginName: 'chenjing',
      password: '一句好记的话写在这里',
      key: null,
      language: 'zh-Hans',
    })
  })

  test('what the server refuses stands beside its field, and nothing typed is lost', async () => {
    await open(fresh(true), {
      'POST /api/setup/village': { refused: 'wrong-setup-key', field: 'key', sentence: '' },
    })
    await sees('办自己村的')
    press('填村名')
    fillIn()
    write('开张口令', 'nonsense')
    submit()
    await sees('开张口令不对')
    expect(text()).toContain('柳树湾村')
    expect(sent('village')[0]).toMatchObject({ key: 'nonsense' })
  })

  test('a line that is down is told, and the same words can be sent again', async () => {
    await open(fresh(), { 'POST /api/setup/village': null })
    await sees('办自己村的')
    press('填村名')
    fillIn()
    submit()
    await sees('没发出去')
  })

  test('where somebody was faster, the page shows where to go', async () => {
    await open(fresh(), { 'POST /api/setup/village': { refused: 'already-set-up', sentence: '' } })
    await sees('办自己村的')
    press('填村名')
    fillIn()
    server.answers['GET /api/me'] = { ...founded, actor: null, places: [] }
    submit()
    await sees('这里已经开张了')
  })
})

describe('a township with its villages', () => {
  async function fillTownship(below: string): Promise<void> {
    await sees('办一个乡镇的')
    press('填镇名和村名')
    write('乡镇的名字', '青石镇')
    write('下面有哪些村', below)
    write('您的名字', '赵明')
    write('登录名', 'zhaoming')
    write('密码', '一句好记的话写在这里')
    write('密码再写一遍', '一句好记的话写在这里')
  }

  test('one village on each line, empty lines are none', async () => {
    await open(fresh(), { 'POST /api/setup/above': founded })
    await fillTownship(' 石门村\n\n上河村 \n')
    submit()
    await vi.waitFor(() => expect(sent('above')).toHaveLength(1))
    expect(sent('above')[0]).toMatchObject({
      kind: 'township',
      name: '青石镇',
      below: ['石门村', '上河村'],
      governorName: '赵明',
    })
  })

  test('a village that stands there twice is named, and nothing is sent', async () => {
    await open(fresh())
    await fillTownship('石门村\n上河村\n石门村')
    submit()
    await sees('「石门村」写了两回')
    expect(sent('above')).toHaveLength(0)
  })
})

describe('the sample village', () => {
  test('opens with one press and prints who can log in; a reload still knows', async () => {
    await open(fresh(), { 'POST /api/setup/sample': { ...founded, cast } })
    await sees('先看样板村')
    press('先看样板村')
    await sees('柳树湾村开张了')
    expect(text()).toContain('chenjing-2026')
    expect(sent('sample')).toEqual([{ key: null, language: 'zh-Hans', hasPast: true }])
    await unmount(page!)
    document.body.innerHTML = ''
    session.me = null
    await open(founded)
    await sees('chenjing-2026')
  })

  test('asks for the key where the server wants one', async () => {
    await open(fresh(true), { 'POST /api/setup/sample': { ...founded, cast } })
    await sees('先看样板村')
    press('先看样板村')
    expect(sent('sample')).toHaveLength(0)
    write('开张口令', 'the-key')
    submit()
    await sees('柳树湾村开张了')
    expect(sent('sample')).toEqual([{ key: 'the-key', language: 'zh-Hans', hasPast: true }])
  })
})

test('an instance that is set up leads to desk, phone page and echo wall', async () => {
  await open(founded)
  await sees('这里已经开张了')
  const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))
  expect(links).toEqual(['/desk', '/', `/public/${anEvening().place.id}`])
})
