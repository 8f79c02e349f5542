import { addDays, endOfMonth, yearOf, type Day } from '../kernel/day.ts'
import { isWorkingDay, type Calendar } from './calendar.ts'

export const LIMIT_UNITS = ['working', 'natural'] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]

/** So many days from the day on which something was promised or came in. */
export interface DayLimit {
  readonly unit: LimitUnit
  readonly count: number
}

/** A day, and the calendar under which it was found. */
export interface DueDay {
  readonly dueOn: Day
  readonly calendarVersion: string
  /** A day that mattered lies in a year whose days off are not announced: it may still turn out otherwise. */
  readonly provisional: boolean
}

/** The working day on which so many working days are over; the first day is not counted (民法典 201). */
export function addWorkingDays(calendar: Calendar, from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) left--
  }
  return day
}

/** The day after so many days, or the next working day where that one is a day off (民法典 201, 203). */
export function addNaturalDays(calendar: Calendar, from: Day, count: number): Day {
  let day = addDays(from, count)
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1)
  return day
}

export function dueAfter(calendar: Calendar, from: Day, { unit, count }: DayLimit): DueDay {
  const isWorking = unit === 'working'
  const dueOn = isWorking ? addWorkingDays(calendar, from, count) : addNaturalDays(calendar, from, count)
  // Of a limit in natural days only its end is looked up.
  const firstLookedUp = addDays(from, isWorking ? 1 : count)
  return {
    dueOn,
    calendarVersion: calendar.version,
    provisional: !areAnnounced(calendar, firstLookedUp, dueOn),
  }
}

function areAnnounced({ announced }: Calendar, first: Day, last: Day): boolean {
  for (let year = yearOf(first); year <= yearOf(last); year++) if (!announced.has(year)) return false
  return true
}

/** How a promised day was found: by a limit, or named outright. */
export interface CountedDay {
  readonly from: Day
  readonly limit: DayLimit | null
  readonly dueOn: Day
}

/** The day that stands, and the one that the newer calendar would give; the first stays until somebody changes it. */
export interface BothDays {
  readonly then: DueDay
  readonly now: DueDay
  readonly change: 'none' | 'sooner' | 'later'
}

/** Shows what a calendar that came later would change; it never changes the day itself. */
export function bothDays(counted: CountedDay, calendarThen: Calendar, calendarNow: Calendar): BothDays {
  const { from, limit, dueOn } = counted
  const counting = (calendar: Calendar): DueDay =>
    limit ? dueAfter(calendar, from, limit) : { dueOn, calendarVersion: calendar.version, provisional: false }
  const then = { ...counting(calendarThen), dueOn }
  const now = counting(calendarNow)
  const change = now.dueOn === dueOn ? 'none' : now.dueOn < dueOn ? 'sooner' : 'later'
  return { then, now, change }
}

export type DayChoice = 'onTheSpot' | 'today' | 'threeWorkingDays' | 'monthEnd' | 'nextMonthEnd'

export interface ChosenDay {
  readonly key: DayChoice
  readonly day: Day
  readonly provisional: boolean
}

export const THREE_WORKING_DAYS: DayLimit = { unit: 'working', count: 3 }

/** The four days most often promised; where the month is over sooner than three working days, the next one's end. */
export function dayChoices(calendar: Calendar, today: Day): readonly ChosenDay[] {
  const three = dueAfter(calendar, today, THREE_WORKING_DAYS)
  const monthEnd = endOfMonth(today)
  const isOverSooner = monthEnd <= three.dueOn
  return [
    { key: 'onTheSpot', day: today, provisional: false },
    { key: 'today', day: today, provisional: false },
    { key: 'threeWorkingDays', day: three.dueOn, provisional: three.provisional },
    {
      key: isOverSooner ? 'nextMonthEnd' : 'monthEnd',
      day: isOverSooner ? endOfMonth(addDays(monthEnd, 1)) : monthEnd,
      provisional: false,
    },
  ]
}
