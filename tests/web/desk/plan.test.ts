import { flushSync } from 'svelte'
import { expect, test, vi } from 'vitest'
import { plan } from '../../../web/words/desk/home.zh-Hans.ts'
import { find, open, press, sees, sent, somebody, text, usesDesk, write } from '../../support/records/desk.ts'
import { PLACE } from '../../support/villages/evening.ts'

usesDesk()

const waiting = {
  ...{ asOf: 10, today: '2026-12-18', isAnythingPromised: true, notYetDue: { count: 0, firstOn: null } },
  last: { id: 'm', title: '十一月凉亭夜话', onDay: '2026-11-22' },
  usual: { beginsAt: '19:00', venue: '村口凉亭' },
  waiting: ['公示', '路灯'].map((title) => ({
    ...{ part: 'promised', title, commitmentId: title, concernId: null, who: '王建国', isProposed: true },
    ...{ firstDueOn: '2026-11-10', doneOn: null, reason: { kind: 'late', days: 3 } },
  })),
}
const openPlan = async (more: Parameters<typeof open>[2] = {}) => {
  await open('/desk/plan', somebody('facilitator'), { 'GET /api/places/.*/agenda/waiting': waiting, ...more })
  await sees('公示')
}
const change = (fact: keyof typeof plan.facts) =>
  find<HTMLButtonElement>(`[aria-label="${plan.changing(plan.facts[fact])}"]`)
const tap = (fact: keyof typeof plan.facts) => {
  change(fact).click()
  flushSync()
}

test('name, day and place stand as lines, and one of them at a time opens to be changed', async () => {
  await openPlan()
  expect(text()).toContain('十二月凉亭夜话')
  expect(text()).toContain('12月20日 周日，晚上7点')
  expect(text()).toContain('村口凉亭')
  expect(document.querySelectorAll('dl input')).toHaveLength(0)
  tap('day')
  expect(document.activeElement).toBe(find('dl input[type="date"]'))
  tap('venue')
  expect(document.querySelectorAll('dl input')).toHaveLength(1)
  write(find<HTMLInputElement>('dl input'), '村部')
  press('Enter', {}, find('dl input'))
  expect(document.querySelectorAll('dl input')).toHaveLength(0)
  expect(document.activeElement).toBe(change('venue'))
  expect(text()).toContain('村部')
})

test('the page says when the plan was kept, and where the browser keeps nothing it says that', async () => {
  await openPlan()
  expect(text()).toContain(plan.draftKept)
  press('d')
  expect(text()).toMatch(/已存 \d\d:\d\d，在这台机器上/)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full')
  })
  press('k')
  expect(text()).toContain(plan.notSaved)
  vi.restoreAllMocks()
})

test('a refused day opens its line and says why there', async () => {
  await openPlan({
    'POST /api/commands/plan-meeting': { refused: 'day-is-past', field: 'onDay', sentence: '' },
  })
  press('Enter', { ctrlKey: true })
  await vi.waitFor(() => expect(document.querySelector('dl [role="alert"]')).not.toBeNull())
  expect(find<HTMLInputElement>('dl input[type="date"]').getAttribute('aria-invalid')).toBe('true')
  expect(sent('plan-meeting')[0]).toMatchObject({
    ...{ placeId: PLACE, title: '十二月凉亭夜话', onDay: '2026-12-20', venue: '村口凉亭' },
  })
})

test('an evening that was settled in another tab is told as there, and one press leads to it', async () => {
  await openPlan({
    'POST /api/commands/plan-meeting': { refused: 'already-exists', field: 'meetingId', sentence: '' },
  })
  press('Enter', { ctrlKey: true })
  await sees('这场会在另一个窗口里已经定了')
  const { meetingId } = sent('plan-meeting')[0] as { meetingId: string }
  const link = find<HTMLAnchorElement>(`a[href="/desk/meeting/${meetingId}"]`)
  expect(link.textContent).toBe('去那场会')
  link.click()
  expect(localStorage.getItem(`plan ${PLACE}`) ?? '').not.toContain(meetingId)
})

test('a promise whose day comes after the evening is not lost: it is said how many there are, and where they stand', async () => {
  const later = { ...waiting, notYetDue: { count: 2, firstOn: '2026-12-28' } }
  await openPlan({ 'GET /api/places/.*/agenda/waiting': later })
  expect(text()).toContain(plan.notYetDue(2, '12月28日'))
  expect(find<HTMLAnchorElement>(`a[href="/ledger?place=${PLACE}"]`).textContent).toBe(plan.inLedger)
})
