import { holds, type Actor } from '../../../shared/kernel/event.ts'
import type { Place } from '../../../shared/places/place.ts'
import { daysBetween, type Day } from '../../../shared/kernel/day.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { matterAddress } from '../../../shared/kernel/matter-address.ts'
import type { Meeting } from '../../../shared/meetings/meeting.ts'
import type { InboxWords } from '../../words/desk/home.zh-Hans.ts'
import type { Promised } from './own-promises.svelte.ts'

/** One thing that waits for the reader, and where it is done. */
export interface Row {
  readonly key: string
  readonly tone: 'late' | ''
  readonly when: string
  readonly title: string
  readonly what: string
  readonly href: string
  readonly act: string
}

interface Reading {
  readonly words: InboxWords
  readonly today: Day
  readonly day: (on: Day) => string
  /** The place at which the desk works. */
  readonly placeId: PlaceId
}

const whereIn = (words: InboxWords, place: string | null, what: string): string =>
  place === null ? what : words.inPlace(place, what)

/** What was asked for, in the row of whoever asked. */
const withAsked = ({ askedDueOn }: Promised['commitment'], { words, day }: Reading, what: string): string =>
  askedDueOn === null ? what : words.askedLater(what, day(askedDueOn))

export function ownRow({ placeId, below, commitment }: Promised, reading: Reading): Row {
  const { words, today, day, placeId: at } = reading
  const { id, measure, dueOn, firstDueOn } = commitment
  const left = daysBetween(today, dueOn)
  const days = firstDueOn === dueOn ? words.byDay(day(dueOn)) : words.bothDays(day(firstDueOn), day(dueOn))
  return {
    ...{ key: `own ${id}`, title: measure, href: matterAddress(placeId, id, at), act: words.reportIt },
    ...{ tone: left < 0 ? 'late' : '', when: left < 0 ? words.lateBy(-left) : words.leftDays(left) },
    what: whereIn(reading.words, below, withAsked(commitment, reading, days)),
  }
}

export function signingRow({ id, title, onDay, isFrozen }: Meeting, { words, day }: Reading): Row {
  const minutes = words.minutesOf(day(onDay))
  return {
    ...{ key: id, tone: '', when: words.toSign, title, href: `/desk/meeting/${id}`, act: words.signIt },
    what: isFrozen ? words.halfSigned(minutes) : minutes,
  }
}

export function unconfirmedRow(
  { placeId, below, commitment }: Promised,
  { words, day, placeId: at }: Reading,
): Row {
  const { id, owner, measure, takenById, dueOn } = commitment
  return {
    ...{ key: `unconfirmed ${id}`, tone: '', title: `${owner}：${measure}` },
    ...{ href: matterAddress(placeId, id, at), act: words.readItBack },
    ...{ when: takenById === null ? words.notNodded : words.takenOn },
    what: whereIn(words, below, words.countsOnceRead(day(dueOn))),
  }
}

/** Told to whoever decides, and to whoever keeps the record and waits with the owner. */
export function askedRow(
  { placeId, below, commitment }: Promised,
  { words, day, placeId: at }: Reading,
  reader: Actor,
  place: Pick<Place, 'parentId'>,
): Row {
  const { id, owner, measure, dueOn, askedDueOn, askedReason } = commitment
  // As the rule has it for whoever does no part of it.
  const isTheirs = holds(reader, 'township') || (place.parentId === null && holds(reader, 'facilitator'))
  const wish = words.laterDay(day(dueOn), day(askedDueOn ?? dueOn), askedReason ?? '')
  return {
    ...{ key: `asked ${id}`, tone: '', title: `${owner}：${measure}`, href: matterAddress(placeId, id, at) },
    ...{ when: words.wantsLater, act: isTheirs ? words.decideIt : words.lookAt },
    what: whereIn(words, below, isTheirs ? wish : words.decidedAbove(wish)),
  }
}
