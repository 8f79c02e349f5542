import { expect, test, vi } from 'vitest'
import { paths } from '../../../web/desk/paths.svelte.ts'
import { asked, click, find, open, sees, somebody, text, usesDesk } from '../../support/records/desk.ts'
import { PLACE } from '../../support/villages/evening.ts'

usesDesk()

const LOG = `GET /api/places/${PLACE}/security-log`
const entry = (nth: number, more: object = {}) => ({
  ...{ no: nth, kind: 'logged-in' },
  ...{ at: '2026-11-22T11:00:00.000Z', lastAt: '2026-11-22T11:00:00.000Z', count: 1 },
  ...{ by: '陈静', who: null, about: null, ...more },
})
const addresses = () => asked().filter(({ path }) => path.includes('security-log'))

test('supervision finds the log in the menu, reads on page by page and picks one kind', async () => {
  await open('/desk', somebody('supervision'), {
    [`${LOG}\\?after=.*`]: { entries: [entry(2, { by: '陈晓' })], hasMore: false },
    [`${LOG}\\?kind=exported`]: { entries: [], hasMore: false },
    [LOG]: {
      entries: [
        entry(1),
        entry(3, { kind: 'log-in-failed', by: null, who: '王建国', count: 8 }),
        entry(4, { kind: 'masked-read', about: 'inbox' }),
      ],
      hasMore: true,
    },
  })
  await vi.waitFor(() => find('a[href="/desk/security"]'))
  paths.go('/desk/security')
  await sees('陈静登录了。')
  await sees('有人用王建国的名字登录，没成功。')
  await sees('共8次')
  await sees('陈静在收件箱里看了不具名者的名字。')
  click('看更早的')
  await sees('陈晓登录了。')
  expect(text()).not.toContain('看更早的')
  const select = [...document.querySelectorAll<HTMLSelectElement>('main select')].at(-1)!
  select.value = 'exported'
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await sees('没有这样的记录')
  expect(addresses().map(({ path }) => path.split('?')[1])).toEqual([
    ...[undefined, `after=${entry(4).no}`, 'kind=exported'],
  ])
})

test('whoever may not read the log is not led to it', async () => {
  await open('/desk', somebody('recorder'), {})
  await vi.waitFor(() => expect(document.querySelector('a[href="/desk/robots"]')).not.toBeNull())
  expect(document.querySelector('a[href="/desk/security"]')).toBeNull()
})

test('whoever opens its address all the same is told that it is not theirs', async () => {
  await open('/desk/security', somebody('recorder'), {
    [LOG]: { refused: 'not-allowed', sentence: '' },
  })
  await sees('安全记录')
  await sees('这件事您现在的身份做不了')
})
