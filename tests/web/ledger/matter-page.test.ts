import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  arrive,
  button,
  drain,
  lamp,
  leave,
  LEDGER,
  openBoard,
  press,
  rowOf,
  somebody,
  view,
} from '../../support/records/ledger-page.ts'
import { PLACE } from '../../support/villages/evening.ts'

beforeEach(arrive)
afterEach(leave)

test('a link opens the page of its matter, whatever the list looks for, and the way back leads to the list', async () => {
  history.replaceState(null, '', `/ledger?place=${PLACE}&view=mine&q=淤#drain`)
  await openBoard(somebody('wang', 'cadre'))
  const page = () => document.querySelector('article[data-matter]')
  await vi.waitFor(() => expect(page()?.querySelector('h2')?.textContent).toBe('清淤 120 米'))
  expect(location.hash).toBe('#drain')
  press(button('‹ 回到台账'))
  expect(page()).toBeNull()
  expect(location.hash).toBe('')
  expect(document.querySelector<HTMLInputElement>('input[type="search"]')?.value).toBe('淤')
})

test('opening from the list is a step that the browser can take back', async () => {
  await openBoard(somebody('boss', 'facilitator'))
  const before = history.length
  press(rowOf('lamp'))
  expect(history.length).toBe(before + 1)
  expect(location.hash).toBe('#lamp')
  press(button('‹ 回到台账'))
  press(rowOf('drain'))
  expect(history.length).toBe(before + 1)
  history.replaceState(null, '', location.pathname + location.search)
  dispatchEvent(new HashChangeEvent('hashchange'))
  await vi.waitFor(() => expect(document.querySelector('article[data-matter]')).toBeNull())
})

test('what presses most shows its words and what can be done in the list of one’s own', async () => {
  const late = { ...drain, ownerId: 'wang' }
  await openBoard(somebody('wang', 'cadre'), { [LEDGER]: view({ commitments: [lamp, late] }) })
  expect(document.querySelector('article[data-matter]')).toBeNull()
  const row = rowOf('drain').closest('li')!
  await vi.waitFor(() => expect(row.textContent).toContain(`「${late.verbatim}」`))
  expect(row.textContent).toContain('办成了')
  press([...row.querySelectorAll('button')].at(-1)!)
  expect(document.querySelector('article[data-matter] h2')?.textContent).toBe('清淤 120 米')
})
