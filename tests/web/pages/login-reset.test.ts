import { expect, test, vi } from 'vitest'
import { asked, click, find, open, sees, somebody, text, usesDesk } from '../../support/records/desk.ts'
import { anEvening, PLACE } from '../../support/villages/evening.ts'

usesDesk()

const { place } = anEvening()
const person = (id: string, name: string) => ({
  ...{ id, placeId: PLACE, householdId: null, name, movedAwayAt: null, hasLogin: true, isLoginUsed: true },
})
const post = (personId: string, role: string) => ({
  ...{ id: `post-${personId}`, placeId: PLACE, personId, role, title: role, gridId: null },
  ...{ givenAt: '2026-11-01T00:00:00.000Z', endedAt: null },
})
const roster = (...others: ReturnType<typeof person>[]) => ({
  ...{ asOf: 10, place, grids: [], households: [] },
  people: [person('xiao', '陈晓'), ...others],
  posts: [post('xiao', 'recorder'), ...others.map(({ id }) => post(id, 'supervision'))],
})
const ROSTER = 'GET /api/places/.*/roster'
const RESETS = 'GET /api/places/.*/login-resets'
const reset = (more: object) => ({
  resets: [
    {
      personId: 'xiao',
      askedBy: '陈静',
      isOwn: false,
      askedAt: '2026-11-22T10:00:00.000Z',
      isConfirmed: false,
      ...more,
    },
  ],
})
const code = {
  code: '4Q7M-8KXT',
  expiresAt: '2026-11-25T10:00:00.000Z',
  address: 'http://x/invited#4Q7M-8KXT',
  qr: { size: 1, path: '' },
}

async function openRow(answers: Record<string, object>): Promise<void> {
  await open('/desk/people', somebody('facilitator'), answers)
  await sees('陈晓')
  const row = [...document.querySelectorAll('button, summary')].find((one) =>
    one.textContent?.includes('陈晓'),
  )
  ;(row as HTMLElement).click()
}

test('whoever runs the village asks for a new log-in, and is told that somebody else confirms it', async () => {
  await openRow({
    [ROSTER]: roster(person('zhou', '周志强')),
    'POST /api/login-resets': reset({ isOwn: true }),
    [RESETS]: { resets: [] },
  })
  await sees('先申请重设登录')
  expect(text()).not.toContain('给一个登录名')
  click('申请重设登录')
  await vi.waitFor(() =>
    expect(asked().find(({ path }) => path === '/api/login-resets')?.body).toEqual({
      ...{ placeId: PLACE, personId: 'xiao' },
    }),
  )
})

test('another one confirms it and is shown the code', async () => {
  await openRow({
    [ROSTER]: roster(person('zhou', '周志强')),
    [RESETS]: reset({}),
    'POST /api/login-resets/confirm': code,
  })
  await sees('陈静在11月22日申请重设登录')
  click('确认，看码')
  await sees('4Q7M-8KXT')
})

test('whoever asked is not offered to confirm it themselves', async () => {
  await openRow({ [ROSTER]: roster(person('zhou', '周志强')), [RESETS]: reset({ isOwn: true }) })
  await sees('等这里另一位有职务的人')
  expect(text()).not.toContain('确认，看码')
})

test('where nobody else holds a post the page says who can do it', async () => {
  await openRow({ [ROSTER]: roster(), [RESETS]: { resets: [] } })
  await sees('npm run admin -- reset-login')
})

test('its owner is told at the desk, and stops it', async () => {
  const loginReset = {
    state: 'asked',
    askedBy: '王主任',
    confirmedBy: null,
    at: '2026-11-22T10:00:00.000Z',
  } as const
  const me = { ...somebody('recorder'), loginReset }
  await open('/desk', me, {})
  await sees('王主任替您申请了重设登录')
  expect(find('header + p a').getAttribute('href')).toBe('/desk/account')
  await open('/desk/account', me, { 'POST /api/login-resets/stop': { placeId: PLACE, personId: 'me' } })
  await sees('密码没丢，就请停下')
  click('停下，不重设')
  await vi.waitFor(() => expect(asked().map(({ path }) => path)).toContain('/api/login-resets/stop'))
})
