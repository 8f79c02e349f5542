import fc from 'fast-check'
import { dueAfter } from '../../../shared/calendar/counting.ts'
import { COUNTRY } from '../../../shared/calendar/calendar.ts'
import { addDays, type Day } from '../../../shared/kernel/day.ts'
import type { Actor } from '../../../shared/kernel/event.ts'
import { facilitator, id, MEETING, otherVillager, owner, recorder, township, villager } from './given.ts'

export const [TOWN, COUNTY] = [id(9), id(10)]
export const CAST: readonly Actor[] = [facilitator, recorder, owner, township, villager, otherVillager]
export const concernAt = (n: number): string => id(400 + n)
export const commitmentAt = (n: number): string => id(300 + n)
/** The first two matters come from comments of 李嬸's phone. */
export const commentOf = (n: number): string | null => (n < 2 ? id(500 + n) : null)

/** What somebody tries to do, allowed or not. */
export interface Wish {
  readonly by: Actor
  readonly name: string
  readonly fields: Record<string, unknown>
}

/** One draw of chance: who, which matter, which promise, how many days. */
export interface Draw {
  readonly act: string
  readonly who: number
  readonly concern: number
  readonly other: number
  readonly promise: number
  readonly days: number
  readonly isYes: boolean
}

// Whoever is likely to be allowed is drawn more often, or few stories would get far.
const LIKELY: Readonly<Record<string, readonly Actor[]>> = {
  'raise-concern': [recorder],
  'agree-wording': [recorder, villager],
  'reword-concern': [recorder],
  'answer-concern': [recorder],
  'refer-concern': [recorder],
  'put-to-assembly': [facilitator],
  'decline-concern': [facilitator],
  'take-back-outcome': [recorder],
  'withdraw-concern': [villager],
  'merge-concerns': [recorder],
  'take-back-merge': [recorder],
  'close-concern': [facilitator, township],
  'record-commitment': [recorder],
  'take-on': [villager],
  'read-back-commitment': [facilitator],
  'confirm-commitment': [facilitator],
  'take-back-confirmation': [recorder],
  'drop-commitment': [recorder],
  'put-off-commitment': [recorder],
  'restore-commitment': [recorder],
  'ask-extension': [owner],
  'refuse-extension': [township],
  'move-due-date': [township],
  'report-part': [owner],
  'report-done': [owner],
  'take-back-report': [owner],
  'settle-commitment': [township, facilitator],
  'rate-outcome': [villager],
  'change-rating': [villager],
  'note-rating': [facilitator],
  'offer-matter': [facilitator],
  'accept-matter': [township],
  'return-matter': [township],
}
const OFTEN = [
  ...[
    'wait',
    'report-part',
    'record-commitment',
    'read-back-commitment',
    'confirm-commitment',
    'raise-concern',
  ],
  ...[
    'report-done',
    'report-done',
    'report-done',
    'rate-outcome',
    'rate-outcome',
    'note-rating',
    'note-rating',
    ...['change-rating', 'change-rating', 'change-rating', 'change-rating', 'change-rating'],
    ...['report-done', 'rate-outcome', 'note-rating'],
  ],
  ...['move-due-date', 'move-due-date', 'settle-commitment', 'answer-concern'],
]

const draw = (act: fc.Arbitrary<string>) =>
  fc.record({
    act,
    who: fc.nat(15),
    concern: fc.constantFrom(0, 0, 1, 2),
    other: fc.nat(2),
    promise: fc.constantFrom(0, 0, 0, 1, 1, 2),
    days: fc.nat(24),
    isYes: fc.boolean(),
  })

// Two matters, a promise for the first of them, and one that answers none; both confirmed, with some days to go.
const BEGINNING: readonly Partial<Draw>[] = [
  { act: 'raise-concern', concern: 0, isYes: true },
  { act: 'raise-concern', concern: 1, isYes: true },
  { act: 'record-commitment', concern: 0, promise: 0, other: 0 },
  { act: 'read-back-commitment', promise: 0 },
  { act: 'confirm-commitment', promise: 0 },
  { act: 'record-commitment', promise: 1, other: 2 },
  { act: 'read-back-commitment', promise: 1 },
  { act: 'confirm-commitment', promise: 1 },
]

/** Sequences of draws after a beginning that most evenings share. */
export const draws = (length: number): fc.Arbitrary<readonly Draw[]> =>
  fc
    .tuple(
      draw(fc.constant('')),
      fc.array(draw(fc.constantFrom(...OFTEN, ...Object.keys(LIKELY))), {
        minLength: length / 4,
        maxLength: length,
        size: 'max',
      }),
    )
    .map(([first, rest]) => [
      ...BEGINNING.map((fixed) => ({ ...first, days: first.days + 1, ...fixed, who: 0 })),
      ...rest,
    ])

/** What a draw means today. */
export function wishOf(draw: Draw, at: number, today: Day): Wish {
  const { act: name, who, days } = draw
  const likely = LIKELY[name] ?? CAST
  const by = who < 14 ? likely[who % likely.length]! : CAST[who % CAST.length]!
  return { by, name, fields: fieldsOf(draw, at, today, addDays(today, days)) }
}

/** The third matter and the third promise come between two evenings. */
const isBetween = (which: number): boolean => which === 2

function fieldsOf(draw: Draw, at: number, today: Day, later: Day): Record<string, unknown> {
  const { act } = draw
  const concernId = concernAt(draw.concern)
  const commitmentId = commitmentAt(draw.promise)
  const reason = `为了第${at}步`
  if (act.endsWith('-commitment') || act === 'take-on')
    return act === 'record-commitment'
      ? {
          commitmentId,
          meetingId: isBetween(draw.promise) ? null : MEETING,
          concernId: draw.other === 2 ? null : concernId,
          ...promiseOf(draw, today, later),
        }
      : act === 'take-on'
        ? { commitmentId, meetingId: MEETING, concernId, measure: '我来', dueOn: later }
        : act === 'put-off-commitment'
          ? { commitmentId, concernId: concernAt(10 + at) }
          : { commitmentId }
  if (act === 'ask-extension' || act === 'move-due-date') return { commitmentId, dueOn: later, reason }
  if (act === 'refuse-extension') return { commitmentId, reason }
  if (act === 'report-done') return { commitmentId, report: reason }
  if (act === 'take-back-report') return { commitmentId }
  if (act === 'report-part')
    return draw.other === 0
      ? { commitmentId, coOwner: null, report: reason, remainder: '剩一点', remainderOn: later }
      : { commitmentId, coOwner: 0, report: reason, remainder: null, remainderOn: null }
  if (act === 'change-rating') {
    const { done, satisfied, word } = ratingOf(draw, at)
    return { ratingId: id(7000 + earlier(draw, at)), done, satisfied, word }
  }
  if (act === 'rate-outcome' || act === 'note-rating') return ratingOf(draw, at)
  return { concernId, ...ofConcern(draw, reason) }
}

function promiseOf({ days, isYes }: Draw, today: Day, later: Day) {
  const limit = days % 5 === 1 ? { unit: 'working' as const, count: 1 + (days % 7) } : null
  const isOnTheSpot = days === 0 && isYes
  const dueOn = limit ? dueAfter(COUNTRY, today, limit).dueOn : later
  const coOwners =
    isYes && days % 3 === 0 ? [{ personId: null, name: '供电所', part: '出材料', dueOn: null }] : []
  return {
    ...{ origin: 'promise', entryId: null, verbatim: '我来办', ownerId: owner.personId, owner: '王书记' },
    ...{ measure: '换灯', dueOn, limit, isOnTheSpot, coOwners },
  }
}

/** One of those that may have been given a few steps ago. */
const earlier = ({ concern, promise }: Draw, at: number): number => Math.max(0, at - 1 - concern - promise)

function ratingOf(draw: Draw, at: number) {
  const { act, concern, promise, days, isYes, other } = draw
  const isOfPromise = other !== 0
  return {
    ratingId: id(7000 + at),
    concernId: isOfPromise ? null : concernAt(concern),
    commitmentId: isOfPromise ? commitmentAt(promise) : null,
    done: isYes ? 'done' : days % 2 ? 'partly' : 'not',
    satisfied: days % 3 === 0 ? 'not' : 'satisfied',
    word: null,
    ...(act === 'note-rating' ? { witness: '孙大伯' } : {}),
  }
}

function ofConcern({ act, concern, other, isYes }: Draw, reason: string): Record<string, unknown> {
  switch (act) {
    case 'raise-concern':
      return {
        ...(isBetween(concern)
          ? { meetingId: null, channel: 'call', commentId: null }
          : { meetingId: MEETING, channel: 'meeting', commentId: commentOf(concern) }),
        ...{ agendaItemId: null, gridId: null, text: '路灯不亮' },
        ...{ raisedBy: null, lane: 'open', isAgreed: isYes },
      }
    case 'reword-concern':
      return { text: reason, isAgreed: isYes }
    case 'answer-concern':
      return { answer: reason }
    case 'refer-concern':
      return { referredTo: '供电所', route: 'department', reason: null }
    case 'put-to-assembly':
    case 'decline-concern':
    case 'return-matter':
      return { reason }
    case 'merge-concerns':
      return { intoId: concernAt(other) }
    case 'offer-matter':
      return { toPlaceId: isYes ? TOWN : COUNTY, reason }
    default:
      return {}
  }
}
