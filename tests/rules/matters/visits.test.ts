import { describe, expect, test } from 'vitest'
import { isRefusal } from '../../../shared/kernel/refusal.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import {
  decideChangeVisit,
  decideDropVisit,
  decideNoteVisit,
  decideRaiseFromVisit,
} from '../../../shared/visits/decide.ts'
import { evolveVisits } from '../../../shared/visits/evolve.ts'
import { presentVisit } from '../../../shared/visits/present.ts'
import { linesOf, mayReadVisit, type Visit, type VisitEvent } from '../../../shared/visits/visit.ts'
import {
  coOwner,
  CONCERN,
  facilitator,
  id,
  looking,
  owner,
  PLACE,
  recorded,
  recorder,
  stranger,
  TONIGHT,
  township,
  villager,
  village,
} from '../../support/villages/given.ts'

const VISIT = id(800)
const NEED = '屋顶漏雨，请村里看看\n低保的手续怎么办'
const note = (over: object = {}) => ({
  placeId: PLACE,
  visitId: VISIT,
  onDay: '2026-11-22',
  atTime: '15:30',
  gridId: null,
  door: '东头第三家',
  visited: '孙大伯',
  visitors: [{ personId: coOwner.personId, name: '李主任' }],
  seen: '一个人住，腿脚不便',
  need: NEED,
  next: '周三再来',
  ...over,
})
const noted = (over: object = {}, by: Actor = owner) =>
  decideNoteVisit(note(over), { isTaken: false, grid: null }, by, TONIGHT)
const visitOf = (over: object = {}): Visit => {
  const events = noted(over)
  if (isRefusal(events)) throw new Error(`expected a note, found ${events.refused}`)
  return evolveVisits([], recorded(events[0] as VisitEvent, 1, owner) as never)[0]!
}
const line = (over: object = {}) => ({
  placeId: PLACE,
  visitId: VISIT,
  part: 'need' as const,
  line: '屋顶漏雨，请村里看看',
  concernId: CONCERN,
  text: '东头有一家屋顶漏雨',
  kind: 'stated' as const,
  raisedBy: null,
  lane: 'masked' as const,
  isAgreed: true,
  ...over,
})
const raise = (over: object = {}, by: Actor = owner, visit: Visit | null = visitOf(), isTaken = false) =>
  decideRaiseFromVisit(line(over), { visit, isTaken, nextNo: 7 }, by, TONIGHT)

describe('a note of a visit', () => {
  test('holds when, where, who, what and the next step', () => {
    expect(visitOf()).toMatchObject({
      writtenById: owner.id,
      atTime: '15:30',
      visited: '孙大伯',
      visitors: [{ personId: coOwner.personId, name: '李主任' }],
      need: NEED,
      raised: [],
    })
  })

  test.each([[villager], [stranger]])('is for those who work for the place only', (somebody) => {
    expect(noted({}, somebody)).toEqual({ refused: 'not-allowed' })
  })

  test.each([
    [{ onDay: '2026-11-23' }, 'day-not-yet', 'onDay'],
    [{ onDay: '2026-02-30' }, 'field-wrong', 'onDay'],
    [{ visited: ' ' }, 'too-short', 'visited'],
    [{ seen: '', need: ' \n', next: '' }, 'field-missing', 'need'],
    [{ seen: '长'.repeat(1001) }, 'too-long', 'seen'],
    [{ gridId: id(77) }, 'not-found', 'gridId'],
    [{ door: '' }, 'too-short', 'door'],
    [{ visitors: [{ personId: null, name: '' }] }, 'too-short', 'visitors/0/name'],
  ])('what is not whole is refused (%#)', (over, refused, field) => {
    expect(noted(over)).toMatchObject({ refused, field })
  })

  test('one id is one note', () => {
    expect(decideNoteVisit(note(), { isTaken: true, grid: village }, owner, TONIGHT)).toEqual({
      refused: 'already-exists',
      field: 'visitId',
    })
  })

  test('its writer, those who went along and whoever runs the place read it, nobody else', () => {
    const visit = visitOf()
    expect([owner, coOwner, facilitator].map((one) => mayReadVisit(one, visit))).toEqual([true, true, true])
    expect([recorder, township, villager, stranger].some((one) => mayReadVisit(one, visit))).toBe(false)
  })

  test('only its writer changes it or takes it back', () => {
    const change = (by: Actor) =>
      decideChangeVisit(note({ next: '' }), { visit: visitOf(), grid: null }, by, TONIGHT)
    const drop = (by: Actor) =>
      decideDropVisit({ placeId: PLACE, visitId: VISIT }, { visit: visitOf() }, by, TONIGHT)
    for (const act of [change, drop]) {
      expect(act(facilitator)).toEqual({ refused: 'not-allowed' })
      expect(act(recorder)).toEqual({ refused: 'not-found', field: 'visitId' })
      expect(act(villager)).toEqual({ refused: 'not-allowed' })
      expect(isRefusal(act(owner))).toBe(false)
    }
  })

  test('screens hear of it only where it was written or shared, and no phone or wall ever', () => {
    const [event] = noted() as readonly VisitEvent[]
    const told = recorded(event!, 1, owner) as never
    expect(presentVisit(told, looking(owner))).toEqual(told)
    expect(presentVisit(told, looking(coOwner))).toEqual(told)
    for (const other of [facilitator, recorder, township, villager, stranger])
      expect(presentVisit(told, looking(other))).toBeNull()
    expect(presentVisit(told, looking(owner, id(2)))).toBeNull()
  })
})

describe('a line becomes a matter', () => {
  test('without retyping, and the matter says nothing of the visit', () => {
    const events = raise()
    expect(events).toMatchObject([
      { type: 'concern-raised', data: { channel: 'visit', meetingId: null, no: 7, lane: 'masked' } },
      { type: 'concern-described', data: { kind: 'stated', gridId: null } },
      { type: 'concern-recorded' },
      { type: 'visit-line-raised', data: { concernId: CONCERN }, words: { line: '屋顶漏雨，请村里看看' } },
    ])
    const open = (events as readonly { type: string }[]).filter(({ type }) => type.startsWith('concern'))
    expect(JSON.stringify(open)).not.toMatch(/孙大伯|腿脚|visitId|000800/)
  })

  test('wording that is not agreed waits', () => {
    expect(raise({ isAgreed: false })).toHaveLength(3)
  })

  test('only a line that stands in the note, and each once', () => {
    expect(raise({ line: '没有这一行' })).toEqual({ refused: 'not-found', field: 'line' })
    expect(raise({ part: 'seen' })).toEqual({ refused: 'not-found', field: 'line' })
    const raised = [{ concernId: id(9), part: 'need' as const, line: '屋顶漏雨，请村里看看' }]
    expect(raise({}, owner, { ...visitOf(), raised })).toEqual({ refused: 'already-exists', field: 'line' })
    expect(raise({}, owner, visitOf(), true)).toEqual({ refused: 'already-exists', field: 'concernId' })
  })

  test('by those who take matters in and may read the note', () => {
    expect(raise({}, recorder)).toEqual({ refused: 'not-found', field: 'visitId' })
    expect(raise({}, township)).toEqual({ refused: 'not-allowed' })
    expect(isRefusal(raise({}, facilitator))).toBe(false)
  })

  test('lines are what stands between line ends, blank ones aside', () => {
    expect(linesOf(' 一 \n\n二\r\n三')).toEqual(['一', '二', '三'])
  })
})
