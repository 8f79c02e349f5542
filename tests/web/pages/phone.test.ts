import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import Phone from '../../../web/phone/Phone.svelte'
import { phoneParts } from '../../../web/phone/phone-parts.ts'
import { Draft } from '../../../web/comments/draft.svelte.ts'
import { outbox } from '../../../web/sync/outbox.svelte.ts'
import { doorWords } from '../../../web/words/pages.ts'
import { locale } from '../../../web/words/messages.svelte.ts'
import {
  aComment,
  aConcern,
  aGuest,
  anEvening,
  aPromise,
  fakeServer,
  MEETING,
  PLACE,
  SilentSocket,
} from '../../support/villages/evening.ts'

const invitation = {
  placeId: PLACE,
  meetingId: MEETING,
  placeName: '柳树湾村',
  title: '十一月凉亭夜话',
  format: 'pavilion-talk',
}
const stranger = { setupNeeded: false, setupKeyNeeded: false, actor: null, places: [] }
const room = 'GET /api/places/.*/room.*'

describe('the phone', () => {
  let page: ReturnType<typeof mount> | undefined
  const text = () => document.body.textContent ?? ''
  const find = <Found extends Element>(selector: string): Found => {
    const found = document.querySelector<Found>(selector)
    if (!found) throw new Error(`expected ${selector}, found ${document.body.innerHTML}`)
    return found
  }
  const write = (selector: string, value: string) => {
    const field = find<HTMLInputElement | HTMLTextAreaElement>(selector)
    field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
    flushSync()
  }
  const press = (label: string) => {
    const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.includes(label))
    if (!button) throw new Error(`expected a button ${label}, found ${text()}`)
    button.click()
    flushSync()
  }
  async function open(address: string, answers: Parameters<typeof fakeServer>[0]) {
    history.replaceState(null, '', address)
    const server = fakeServer(answers)
    vi.stubGlobal('fetch', server.fetch)
    vi.stubGlobal('WebSocket', SilentSocket)
    await doorWords.load('zh-Hans')
    page = mount(Phone, { target: document.body, props: phoneParts(location.pathname) })
    return server
  }
  beforeEach(() => {
    localStorage.clear()
    document.cookie = 'lane=; path=/; max-age=0'
    locale.now = 'zh-Hans'
  })
  afterEach(async () => {
    if (page) await unmount(page)
    page = undefined
    for (const { commandId } of outbox.unsent) await outbox.discard(commandId)
    document.body.innerHTML = ''
    vi.unstubAllGlobals()
  })

  const inside = (more: Parameters<typeof fakeServer>[0] = {}) =>
    open('/p/5271', {
      'GET /api/me': aGuest(),
      'GET /api/codes/5271': invitation,
      [room]: anEvening(),
      ...more,
    })

  test('asks a stranger with a code for a name or none, and lets them in', async () => {
    const server = await open('/p/5271', {
      'GET /api/me': stranger,
      'GET /api/codes/5271': invitation,
      [room]: anEvening(),
    })
    await vi.waitFor(() => expect(text()).toContain('十一月凉亭夜话'))
    expect(text()).toContain('先不写，直接进来')
    server.answers['POST /api/sessions/join'] = { placeId: PLACE, meetingId: MEETING, guestId: 'me' }
    server.answers['GET /api/me'] = aGuest()
    press('先不写')
    await vi.waitFor(() => expect(text()).toContain('谁能知道是您说的'))
    const joined = server.asked.find(({ path }) => path === '/api/sessions/join')
    expect(joined?.body).toEqual({ code: '5271', name: null })
  })

  test('recognises whoever was there before, without asking', async () => {
    const server = await inside()
    await vi.waitFor(() => expect(text()).toContain('正说着：村里的路灯'))
    expect(server.asked.some(({ path }) => path === '/api/sessions/join')).toBe(false)
  })

  test('says what to do about a code that opens nothing', async () => {
    await open('/p/9999', { 'GET /api/me': stranger, 'GET /api/codes/9999': { refused: 'code-unknown' } })
    await vi.waitFor(() => expect(text()).toContain('没有这个码'))
    expect(find('.code')).toBeTruthy()
  })

  test('the button repeats the choice', async () => {
    await inside()
    await vi.waitFor(() => expect(text()).toContain('发出去，不写名字'))
    find<HTMLInputElement>('input[type=radio]').click()
    flushSync()
    expect(text()).toContain('发出去，写我的名字')
  })

  test('her own phone does not put her name beside what the wall says without it', async () => {
    const without = { lane: 'masked', name: '李婶' } as const
    await inside({
      [room]: anEvening({
        comments: [aComment('c1', '宅基地多占了半亩', without)],
        concerns: [aConcern('n1', '宅基地多占了半亩', { lane: 'masked', state: 'recorded', outcome: null })],
      }),
    })
    await vi.waitFor(() => expect(text()).toContain('墙上的话'))
    await vi.waitFor(() => expect(text()).toContain('有乡亲提的'))
    expect(text()).toContain('一位村民')
    expect(text()).not.toContain('李婶')
  })

  test('a word that became a matter is not said to wait for somebody to look at it', async () => {
    const said = { state: 'held', authorId: 'me', shownSeq: 0 } as const
    const matter = aConcern('n1', '东头的路灯坏了', { no: 3, commentId: 'c1', raisedById: 'me' })
    await inside({
      [room]: anEvening(
        { comments: [aComment('c1', '东头的路灯坏了', said)], concerns: [matter] },
        { phase: 'closed' },
      ),
    })
    await vi.waitFor(() => expect(text()).toContain('记成了 3 号事'))
    expect(text()).not.toContain('还没人看过')
  })

  test('words that were being written when the evening closed are shown, and go into the box or away', async () => {
    localStorage.setItem(`draft:${MEETING}`, '桥头那盏也不亮')
    await inside({ [room]: anEvening({}, { phase: 'closed' }) })
    await vi.waitFor(() => expect(text()).toContain('没来得及发出去'))
    expect(find('blockquote').textContent).toBe('桥头那盏也不亮')
    const link = find<HTMLAnchorElement>(`a[href="/say/${PLACE}"]`)
    link.addEventListener('click', (event) => event.preventDefault())
    link.click()
    flushSync()
    expect(localStorage.getItem(`box:${PLACE}`)).toBe('桥头那盏也不亮')
    expect(text()).not.toContain('没来得及发出去')
  })

  test('words that nobody wants any more are thrown away where the evening is over', async () => {
    localStorage.setItem(`draft:${MEETING}`, '桥头那盏也不亮')
    await inside({ [room]: anEvening({}, { phase: 'signed' }) })
    await vi.waitFor(() => expect(text()).toContain('桥头那盏也不亮'))
    press('不要了')
    expect(text()).not.toContain('桥头那盏也不亮')
  })

  test('whoever takes a matter on is told before that their name will be seen, and which', async () => {
    const waiting = aConcern('n1', '井台边的沟堵了', { state: 'recorded' })
    await inside({ [room]: anEvening({ concerns: [waiting] }) })
    await vi.waitFor(() => expect(text()).toContain('这件我来办'))
    press('这件我来办')
    expect(text()).toContain('大家都看得到：李婶')
  })

  test('a matter is not offered while a promise for it is read out on the wall', async () => {
    const concerns = ['井台边的沟堵了', '桥头的灯'].map((what, at) =>
      aConcern(`n${at + 1}`, what, { state: 'recorded' }),
    )
    await inside({ [room]: anEvening({ concerns, commitments: [aPromise('p1', { concernId: 'n1' })] }) })
    await vi.waitFor(() => expect(text()).toContain('桥头的灯'))
    expect(text().match(/这件我来办/g)).toHaveLength(1)
  })

  test('a cadre who typed the bare address finds the way to log in', async () => {
    await open('/', { 'GET /api/me': stranger })
    await vi.waitFor(() => expect(text()).toContain('工作人员登录'))
    expect(find('a[href="/desk"]')).toBeTruthy()
  })

  test('the third lane is not offered', async () => {
    await inside()
    await vi.waitFor(() => expect(document.querySelectorAll('input[type=radio]')).toHaveLength(2))
  })

  test('unsent words are seen to be unsent; sent ones say who looks at them next', async () => {
    const server = await inside({ 'POST /api/commands/post-comment': null })
    await vi.waitFor(() => expect(find('textarea')).toBeTruthy())
    write('textarea', '桥头那盏最要紧')
    expect(text()).toContain('还没发出去')
    press('发出去')
    await vi.waitFor(() => expect(text()).toContain('网一通就发'))
    expect(find<HTMLTextAreaElement>('textarea').value).toBe('')
    server.answers['POST /api/commands/post-comment'] = { placeId: PLACE, seq: 11, at: '' }
    outbox.wake()
    await vi.waitFor(() => expect(text()).toContain('已存，主持人看过才上墙'))
    const sent = server.asked.filter(({ path }) => path.endsWith('post-comment')).map(({ body }) => body)
    expect(sent[0]).toMatchObject({
      text: '桥头那盏最要紧',
      lane: 'masked',
      channel: 'phone',
      meetingId: MEETING,
    })
    expect(new Set(sent.map((body) => body?.['commentId'])).size).toBe(1)
  })

  test('words taken back before they went out stand in the field again', async () => {
    await inside({ 'POST /api/commands/post-comment': null })
    await vi.waitFor(() => expect(find('textarea')).toBeTruthy())
    write('textarea', '一句')
    press('发出去')
    await vi.waitFor(() => expect(text()).toContain('网一通就发'))
    press('收回')
    await vi.waitFor(() => expect(find<HTMLTextAreaElement>('textarea').value).toBe('一句'))
  })

  test('counts letters near the end, a family as one, and sends nothing that is too long', async () => {
    const server = await inside()
    await vi.waitFor(() => expect(find('textarea')).toBeTruthy())
    write('textarea', '灯'.repeat(119))
    expect(text()).not.toContain('还能写')
    write('textarea', '灯'.repeat(138) + '👨‍👩‍👧‍👦')
    expect(text()).toContain('还能写 1 个字')
    write('textarea', '灯'.repeat(142))
    expect(text()).toContain('多了 2 个字')
    press('发出去')
    expect(server.asked.some(({ path }) => path.endsWith('post-comment'))).toBe(false)
    expect(find<HTMLTextAreaElement>('textarea').value).toHaveLength(142)
  })

  test('taking back asks once more', async () => {
    const mine = aComment('c1', '村口捐款的账', { authorId: 'me', state: 'held' })
    const server = await inside({
      [room]: anEvening({ comments: [mine] }),
      'POST /api/commands/withdraw-comment': { placeId: PLACE, seq: 12, at: '' },
    })
    await vi.waitFor(() => expect(text()).toContain('村口捐款的账'))
    press('收回')
    expect(server.asked.some(({ path }) => path.endsWith('withdraw-comment'))).toBe(false)
    press('收回')
    await vi.waitFor(() =>
      expect(server.asked.some(({ path }) => path.endsWith('withdraw-comment'))).toBe(true),
    )
  })

  test('shows a promise only when it has been confirmed, and its first day beside a later one', async () => {
    const spoken = aPromise('p1', { measure: '还没点头的事' })
    const open = aPromise('p2', { state: 'open', dueOn: '2026-12-20', confirmedAt: '2026-11-22T11:45Z' })
    await inside({ [room]: anEvening({ commitments: [spoken, open] }) })
    await vi.waitFor(() => expect(text()).toContain('王建国答应'))
    expect(find('del').textContent + find('del + strong').textContent).toBe('12月10日前12月20日前')
    expect(text()).not.toContain('还没点头的事')
  })

  test('before the meeting the words can be written, not sent', async () => {
    await inside({ [room]: anEvening({}, { phase: 'planned', code: null }) })
    await vi.waitFor(() => expect(text()).toContain('会还没开'))
    expect(find<HTMLButtonElement>('button[type=submit]').disabled).toBe(true)
    write('textarea', '先写好')
    expect(new Draft(MEETING).text).toBe('先写好')
  })

  test('after the meeting it thanks, and leads to what was raised and to the signed minutes', async () => {
    await inside({ [room]: anEvening({}, { phase: 'signed', code: null }) })
    await vi.waitFor(() => expect(text()).toContain('谢谢您来'))
    const ways = [...document.querySelectorAll('.over a')].map((way) => way.getAttribute('href'))
    expect(ways).toEqual([`/mine/${PLACE}`, `/public/${PLACE}/minutes/${MEETING}`])
    expect(document.querySelector('textarea')).toBeNull()
  })
})

test('a draft outlives the page', () => {
  localStorage.clear()
  document.cookie = 'lane=; path=/; max-age=0'
  const draft = new Draft('m1')
  draft.write('桥头')
  draft.choose('open')
  expect(new Draft('m1')).toMatchObject({ text: '桥头', lane: 'open' })
  expect(new Draft('m2').text).toBe('')
})

test('words sent in one tab leave what another tab of the phone has written', () => {
  localStorage.clear()
  document.cookie = 'lane=; path=/; max-age=0'
  const [here, there] = [new Draft('m1'), new Draft('m1')]
  here.write('桥头')
  there.write('水沟')
  here.write('')
  expect(there.text).toBe('水沟')
  expect(new Draft('m1').text).toBe('水沟')
  there.write('')
  expect(new Draft('m1').text).toBe('')
})
