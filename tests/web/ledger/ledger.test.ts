import { flushSync } from 'svelte'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aConcern, aPromise } from '../../support/villages/evening.ts'
import {
  arrive,
  leave,
  LEDGER,
  somebody,
  lamp,
  drain,
  view,
  Feed,
  text,
  sees,
  section,
  button,
  press,
  server,
  open,
  openBoard,
} from '../../support/records/ledger-page.ts'

beforeEach(arrive)
afterEach(leave)

describe('what stands in the ledger', () => {
  test('shows late and running without a click, first day beside present day', async () => {
    await openBoard(somebody('boss', 'facilitator'))
    expect(section('overdue')).toContain('清淤 120 米')
    expect(section('overdue')).toContain('过了 7 天')
    expect(section('overdue')).toContain('11月1日')
    expect(section('overdue')).toContain('11月15日')
    expect(section('overdue')).toContain('改期 1 次')
    expect(section('on-track')).toContain('还有 18 天')
    expect(section('on-track')).toContain('47 号 路灯不亮')
    expect(section('on-track')).toContain('李婶提的')
  })

  test('opens on one’s own promises and turns to the whole village', async () => {
    await openBoard(somebody('wang', 'cadre'))
    expect(text()).toContain('我答应的事')
    expect(document.querySelectorAll('[data-row]')).toHaveLength(1)
    press(button('全村'))
    expect(document.querySelectorAll('[data-row]')).toHaveLength(2)
  })

  test('a masked voice is 一位村民 and a promise that nobody agreed to waits apart', async () => {
    const spoken = aPromise('roof', { measure: '看屋顶', concernId: 'leak' })
    await openBoard(somebody('boss', 'recorder'), {
      [LEDGER]: view({
        commitments: [spoken],
        concerns: [aConcern('leak', '祠堂漏雨', { lane: 'masked', raisedBy: null })],
      }),
    })
    expect(section('spoken')).toContain('一位村民提的')
    expect(section('spoken')).toContain('等点头')
  })

  test('teaches where nothing was promised yet', async () => {
    await open(somebody('boss', 'facilitator'), { [LEDGER]: view({ commitments: [] }) })
    await sees('还没有答应过的事')
    expect(document.querySelector('a[href="/desk"].button')).not.toBeNull()
  })

  test('strangers are shown the door to the log-in, villagers that it is not for them', async () => {
    await open({ setupNeeded: false, setupKeyNeeded: false, actor: null, places: [] })
    await sees('先登录')
    expect(document.querySelector('a[href^="/desk/login"]')).not.toBeNull()
    await leave()
    arrive()
    await open(somebody('li', 'villager'))
    await sees('您在这里没有职务')
  })
})

describe('what is heard', () => {
  test('a second browser sees a moved day and a report at once', async () => {
    await openBoard(somebody('boss', 'supervision'))
    Feed.tell(
      11,
      'due-day-moved',
      { commitmentId: 'drain', meetingId: 'm', fromOn: '2026-11-15', toOn: '2026-11-25', times: 2 },
      { reason: '等水泥' },
    )
    expect(section('overdue')).toBe('')
    expect(section('due-soon')).toContain('改期 2 次')
    Feed.tell(
      12,
      'commitment-done',
      { commitmentId: 'drain', meetingId: 'm', doneOn: '2026-11-22' },
      { report: '通了' },
    )
    expect(section('settled')).toContain('清淤 120 米')
    expect(section('settled')).toContain('晚了 21 天')
  })

  test('a promise about a concern never heard of makes it read again, without losing what came meanwhile', async () => {
    await openBoard(somebody('boss', 'facilitator'))
    const stove = aPromise('stove', { state: 'spoken', measure: '食堂开伙', concernId: 'canteen' })
    server.answers[LEDGER] = view({
      asOf: 11,
      commitments: [lamp, drain, stove],
      concerns: [...view().concerns, aConcern('canteen', '食堂什么时候开', { no: 48 })],
    })
    const { verbatim, measure, owner } = stove
    Feed.tell(
      11,
      'commitment-recorded',
      {
        commitmentId: 'stove',
        meetingId: stove.meetingId,
        concernId: 'canteen',
        ownerId: null,
        dueOn: stove.dueOn,
        coOwnerIds: [],
        coOwnersDueOn: [],
      },
      { verbatim, measure, owner, ownerTitle: null, coOwners: [] },
    )
    Feed.tell(12, 'commitment-confirmed', {
      commitmentId: 'stove',
      meetingId: stove.meetingId,
      dueOn: stove.dueOn,
    })
    await sees('48 号 食堂什么时候开')
    expect(section('on-track')).toContain('食堂开伙')
    expect(section('spoken')).toBe('')
  })

  test('says since when the picture is old', async () => {
    await openBoard(somebody('boss', 'facilitator'))
    window.dispatchEvent(new Event('offline'))
    flushSync()
    expect(text()).toContain('画面停在 20:00')
  })

  test('says so when the session has ended', async () => {
    await openBoard(somebody('boss', 'facilitator'))
    Feed.open.at(-1)!.onclose?.({ code: 4401 })
    flushSync()
    expect(text()).toContain('登录过期了')
  })
})
