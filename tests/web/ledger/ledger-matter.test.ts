import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MatterView } from '../../../shared/ledger/matter/matter.ts'
import { toasts } from '../../../web/ui/feedback/toast.svelte.ts'
import { aConcern, anEvening, PLACE } from '../../support/villages/evening.ts'
import {
  arrive,
  button,
  drain,
  Feed,
  key,
  lamp,
  leave,
  LEDGER,
  openBoard,
  press,
  rowOf,
  sees,
  sent,
  server,
  somebody,
  text,
  view,
  write,
} from '../../support/records/ledger-page.ts'

beforeEach(arrive)
afterEach(leave)

const TOWN = '0193b1f0-0000-7000-8000-00000000000a'
const town = { ...anEvening().place, id: TOWN, name: '青石镇', kind: 'township' as const }
const event = (seq: number, type: string, data: object, words: object = {}) => ({
  ...{
    type,
    seq,
    placeId: PLACE,
    recordedAt: `2026-11-${20 + seq}T02:00:00.000Z`,
    actorId: 'x',
    data,
    words,
  },
})
const laterDay = { commitmentId: 'lamp', meetingId: null, dueOn: '2026-12-15' }
const MATTER = (id: string) => `GET /api/places/${PLACE}/matters/${id}`
const asking = (data: object = {}, words: object = {}) =>
  [
    event(9, 'extension-asked', { ...laterDay, ...data }, { reason: '等灯具', ...words }),
  ] as unknown as MatterView['events']
const matter = (changed: Partial<MatterView> = {}): MatterView => ({
  asOf: 10,
  today: '2026-11-22',
  publicPath: null,
  place: { ...anEvening().place, parentId: TOWN },
  roles: ['facilitator'],
  concern: aConcern('dark', '路灯不亮', { no: 47 }),
  commitments: [lamp],
  dueChanges: [],
  progress: [],
  meetings: [],
  orderFrom: [],
  custody: null,
  steps: [],
  ladder: [{ ...anEvening().place, parentId: TOWN }, town],
  actsFor: [PLACE],
  ownedAbove: [],
  events: [
    event(
      1,
      'concern-raised',
      { concernId: 'dark', no: 47, channel: 'call' },
      { text: '路灯不亮', raisedBy: '李婶' },
    ),
    event(
      2,
      'matter-offered',
      { concernId: 'dark', fromPlaceId: PLACE, toPlaceId: TOWN, because: 'asked', answerBy: '2026-11-24' },
      { reason: '要吊车' },
    ),
  ] as unknown as MatterView['events'],
  ...changed,
})

describe('one matter', () => {
  test('its story is told as it happened, and goes on with what is heard', async () => {
    await openBoard(somebody('wang', 'cadre'), { [MATTER('lamp')]: matter() })
    press(rowOf('lamp'))
    await sees('李婶打电话来说')
    expect(text()).toContain('柳树湾村交到青石镇')
    expect(text()).toContain('「要吊车」')
    Feed.tell(11, 'matter-accepted', {
      concernId: 'dark',
      fromPlaceId: PLACE,
      toPlaceId: TOWN,
      on: '2026-11-22',
    })
    await sees('青石镇接下了')
    Feed.tell(12, 'matter-accepted', {
      concernId: 'other',
      fromPlaceId: PLACE,
      toPlaceId: TOWN,
      on: '2026-11-22',
    })
    expect(text().match(/青石镇接下了/g)).toHaveLength(1)
  })

  test('ratings are a sum, never a person', async () => {
    const rated = (seq: number, satisfied: string, word: string | null) =>
      event(
        seq,
        'outcome-rated',
        {
          ratingId: `r${seq}`,
          commitmentId: 'lamp',
          concernId: null,
          round: 0,
          channel: 'told',
          done: 'done',
          satisfied,
          hands: null,
        },
        { word, witness: '张大爷', tellers: [] },
      )
    const events = [
      rated(3, 'satisfied', '亮堂'),
      rated(4, 'acceptable', null),
    ] as unknown as MatterView['events']
    await openBoard(somebody('wang', 'cadre'), { [MATTER('lamp')]: matter({ events }) })
    press(rowOf('lamp'))
    await sees('满意 1，还可以 1，不满意 0')
    expect(text()).toContain('「亮堂」')
    expect(text()).not.toContain('张大爷')
  })

  test('a link to a matter without a row opens it on a sheet of its own, with what may be done there', async () => {
    history.replaceState(null, '', `/ledger?place=${PLACE}&view=unit#dark2`)
    const open = { concern: aConcern('dark2', '桥塌了', { state: 'recorded' }), commitments: [], events: [] }
    await openBoard(somebody('boss', 'facilitator'), { [MATTER('dark2')]: matter(open) })
    await sees('桥塌了')
    press(button('上报'))
    write('textarea', '要县里的车')
    press(button('交过去'))
    await vi.waitFor(() => expect(sent('offer-matter')).toHaveLength(1))
    expect(sent('offer-matter')[0]!.body).toEqual({
      placeId: PLACE,
      concernId: 'dark2',
      toPlaceId: TOWN,
      reason: '要县里的车',
    })
    await vi.waitFor(() => expect(toasts.now?.undo).toBeDefined())
    toasts.undo()
    await vi.waitFor(() => expect(sent('take-back-offer')).toHaveLength(1))
  })

  test('a link to nothing says so and can be closed', async () => {
    history.replaceState(null, '', `/ledger?place=${PLACE}&view=unit#gone`)
    const gone = { refused: 'not-found', sentence: '' }
    await openBoard(somebody('boss', 'facilitator'), { [MATTER('gone')]: gone })
    await sees('没有找到')
  })
})

describe('what may be done', () => {
  test('the owner asks for a later day before it comes, and what was typed outlives a lost line', async () => {
    await openBoard(somebody('wang', 'cadre'), { [MATTER('lamp')]: matter() })
    press(rowOf('lamp'))
    press(button('申请改期'))
    write('input[type=date]', '2026-12-20')
    write('textarea', '等灯具')
    server.answers['POST /api/commands/.*'] = null
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], now: new Date('2026-11-22T12:00:00Z') })
    press(button('递上去'))
    await vi.advanceTimersByTimeAsync(60_000)
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T12:00:00Z') })
    await sees('没发出去，您写的还在这里')
    key('Escape')
    press(rowOf('lamp'))
    press(rowOf('lamp'))
    press(button('申请改期'))
    expect(document.querySelector('textarea')!.value).toBe('等灯具')
    server.answers['POST /api/commands/.*'] = { placeId: PLACE, seq: 11, at: '2026-11-22T12:00:00.000Z' }
    const [first] = sent('ask-extension')
    press(button('递上去'))
    await vi.waitFor(() => expect(toasts.now?.text).toContain('递上去了'))
    expect(sent('ask-extension').at(-1)).toMatchObject({ body: first!.body })
  })

  test('somebody above grants what was asked for, or refuses it', async () => {
    const asked = { ...lamp, askedDueOn: '2026-12-15', askedReason: '等灯具' }
    await openBoard(somebody('boss', 'township'), {
      [LEDGER]: view({ commitments: [asked] }),
      [MATTER('lamp')]: matter({ events: asking() }),
    })
    press(rowOf('lamp'))
    expect(text()).toContain('申请改到12月15日：等灯具')
    await sees('王建国申请改到12月15日：等灯具')
    press(button('不同意改期'))
    write('textarea', '灯具有现货')
    press(button('不同意'))
    await vi.waitFor(() => expect(toasts.now?.text).toContain('不改期'))
    expect(sent('refuse-extension')).toHaveLength(1)
    press(button('改日子'))
    expect(document.querySelector<HTMLInputElement>('input[type=date]')!.value).toBe('2026-12-15')
  })

  test('a later day that a cadre asked for is not put into the mouth of the owner', async () => {
    const asked = { ...lamp, askedDueOn: '2026-12-15', askedReason: '等灯具' }
    await openBoard(somebody('wang', 'cadre'), {
      [LEDGER]: view({ commitments: [asked] }),
      [MATTER('lamp')]: matter({ events: asking({ isOnBehalf: true }, { byName: '刘主任' }) }),
    })
    press(rowOf('lamp'))
    await sees('刘主任替王建国申请改到12月15日：等灯具')
    await sees('刘主任替王建国申请改到12月15日')
    expect(text().replaceAll('刘主任替王建国申请', '')).not.toContain('王建国申请')
  })

  test('the owner is offered nothing that somebody else has to decide', async () => {
    const done = { ...lamp, state: 'rated' as const, doneOn: '2026-11-20', report: '换了' }
    await openBoard(somebody('wang', 'facilitator'), {
      [LEDGER]: view({ commitments: [done] }),
      [MATTER('lamp')]: matter({ commitments: [done] }),
    })
    press(rowOf('lamp'))
    await sees('添凭据')
    for (const label of ['算办结', '替人评', '改日子', '督办']) expect(() => button(label), label).toThrow()
  })

  test('a bad rating says what it sets off before it is sent', async () => {
    const done = { ...lamp, state: 'done' as const, doneOn: '2026-11-20', report: '换了' }
    await openBoard(somebody('boss', 'facilitator'), {
      [LEDGER]: view({
        commitments: [done],
        concerns: [aConcern('dark', '路灯不亮', { timesReopened: 1 })],
      }),
      [MATTER('lamp')]: matter({ commitments: [done] }),
    })
    press(rowOf('lamp'))
    await sees('来龙去脉')
    await sees('柳树湾村交到青石镇')
    press(button('替人评'))
    press(document.querySelector<HTMLElement>('input[type=radio][value=partly]')!)
    expect(text()).not.toContain('重新打开，王建国')
    press(
      document.querySelector<HTMLElement>('fieldset + fieldset input[value=not]') ??
        document.querySelectorAll<HTMLElement>('input[value=not]')[1]!,
    )
    expect(text()).toContain('这件事重新打开，王建国最晚')
    expect(text()).toContain('要交到青石镇')
    press(button('照原话记'))
    await vi.waitFor(() => expect(sent('note-rating')).toHaveLength(1))
    expect(sent('note-rating')[0]!.body).toMatchObject({
      done: 'partly',
      satisfied: 'not',
      witness: '李婶',
      word: null,
    })
  })

  test('what is red is ordered by those above, who are told from when, and its part is reported by those who do it', async () => {
    const shared = {
      ...drain,
      coOwners: [{ personId: 'hu', name: '胡德厚', part: '借水泵', dueOn: null, doneOn: null }],
    }
    const known = (on: string) => ({
      [LEDGER]: view({ commitments: [shared] }),
      [MATTER('drain')]: matter({
        ...{ concern: null, commitments: [shared], roles: ['township'], events: [] },
        orderFrom: [{ commitmentId: 'drain', on }],
      }),
    })
    await openBoard(somebody('boss', 'township'), known('2026-11-23'))
    press(rowOf('drain'))
    await sees('才督办：11月23日起')
    expect(() => button('督办')).toThrow()
    await leave()
    arrive()
    await openBoard(somebody('boss', 'township'), known('2026-11-20'))
    press(rowOf('drain'))
    await vi.waitFor(() => button('督办'))
    expect(text()).not.toContain('才督办')
    press(button('督办'))
    write('textarea', '周五前清完')
    press(button('发督办'))
    await vi.waitFor(() => expect(sent('order-commitment')).toHaveLength(1))
    await leave()
    arrive()
    await openBoard(somebody('hu', 'cadre'), { [LEDGER]: view({ commitments: [shared] }) })
    press(button('分到的那份'))
    expect(text()).toContain('胡德厚的那份：借水泵')
    write('textarea', '借到了')
    press(button('记下：这份'))
    await vi.waitFor(() =>
      expect(sent('report-part')[0]?.body).toMatchObject({ coOwner: 0, remainder: null }),
    )
  })
})
