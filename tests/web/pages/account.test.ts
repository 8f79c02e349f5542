import { expect, test, vi } from 'vitest'
import { paths } from '../../../web/desk/paths.svelte.ts'
import {
  asked,
  click,
  find,
  open,
  ROOM,
  sees,
  somebody,
  text,
  usesDesk,
  write,
} from '../../support/records/desk.ts'
import { anEvening, MEETING, PLACE } from '../../support/villages/evening.ts'

usesDesk()

const passwordSetBy = { name: '王主任', at: '2026-11-22T16:15:00.000Z' }
const setByOther = { ...somebody('facilitator'), passwordSetBy }
const changes = () => asked().filter(({ path }) => path === '/api/logins')

test('whoever’s password somebody else has set is told so, and sets their own', async () => {
  await open('/desk', setByOther, { 'POST /api/logins': { personId: 'me', loginName: 'chenjing' } })
  await sees('您的密码是王主任在11月23日设的')
  expect(find('header + p a').getAttribute('href')).toBe('/desk/account')
  paths.go('/desk/account')
  await sees('您的密码是王主任在11月23日 00:15设的')
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[type="password"]')]
  const [old, password, again] = fields as [HTMLInputElement, HTMLInputElement, HTMLInputElement]
  write(old, '王主任替我想的一句')
  write(password, '老槐树底下人人都说真话')
  write(again, '老槐树底下人人都说假话')
  click('换成这个密码')
  await sees('两遍不一样')
  expect(changes()).toEqual([])
  write(again, '老槐树底下人人都说真话')
  click('换成这个密码')
  await sees('密码换好了')
  const oldPassword = '王主任替我想的一句'
  const body = { placeId: PLACE, personId: 'me', oldPassword, password: '老槐树底下人人都说真话' }
  expect(changes().map((one) => one.body)).toEqual([body])
})

test('whoever logs in by a password that somebody else has set comes to the page where they set their own', async () => {
  await open('/desk/login', somebody(), { 'POST /api/sessions': setByOther })
  await sees('请坐，先登录')
  write(find('input[name="username"]'), 'chenjing')
  write(find('input[name="password"]'), '王主任替我想的一句')
  click('登录')
  await sees('您的密码是王主任')
  await vi.waitFor(() => expect(paths.page.name).toBe('account'))
})

test('in place of the signature stands the way to a password of their own', async () => {
  await open(`/desk/meeting/${MEETING}`, setByOther, {
    [ROOM]: anEvening({}, { phase: 'closed', code: null }),
  })
  await sees('先换成自己的密码，再来签字')
  expect(document.querySelector('[data-has-read]')).toBeNull()
})

test('whoever set their own reads nothing of it', async () => {
  await open('/desk', somebody('facilitator'))
  await sees('我的登录')
  expect(text()).not.toContain('您的密码是')
})

test('somebody sees where they are logged in, and logs out in one of them or in all others', async () => {
  const seen = { since: '2026-11-20', lastUsedOn: '2026-11-22' }
  const here = { id: 'a'.repeat(32), browser: 'firefox', device: 'computer', ...seen, isThis: true }
  const there = { ...here, id: 'b'.repeat(32), browser: 'wechat', device: 'phone', isThis: false }
  await open('/desk/account', somebody('facilitator'), {
    'GET /api/me/sessions': { sessions: [here, there] },
    'DELETE /api/me/sessions.*': { sessions: [here] },
  })
  await sees('手机上的微信')
  await sees('11月20日登录，11月22日用过')
  click('退出这一处')
  await sees('退出了。')
  click('别处的都退出')
  const ended = () => asked().filter(({ method }) => method === 'DELETE')
  await vi.waitFor(() =>
    expect(ended().map(({ path }) => path)).toEqual([`/api/me/sessions/${there.id}`, '/api/me/sessions']),
  )
})
