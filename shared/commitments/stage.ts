import { isWorkingDay, type Calendar } from '../calendar/calendar.ts'
import { addWorkingDays } from '../calendar/counting.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Commitment } from './commitment.ts'

/** Blue is for the owner alone, yellow is on the list, red goes to the level above. */
export const STAGES = ['blue', 'yellow', 'red'] as const
export type Stage = (typeof STAGES)[number]

const BLUE_WORKING_DAYS = 3
const YELLOW_WORKING_DAYS = 1
const RED_WORKING_DAYS = 5

type Chased = Pick<Commitment, 'state' | 'dueOn' | 'timesLate'>

/** Working days after `from`, up to and with `to`; 0 where `to` is not later; not counted beyond `most`. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day, most = Infinity): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to && count < most; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) count++
  return count
}

/** How much a running promise is chased today: a fact about the matter and the calendar, never about a person. */
export function stageOf(commitment: Chased, today: Day, calendar: Calendar): Stage | null {
  const { state, dueOn } = commitment
  if (state !== 'open') return null
  const daysBetween = (from: Day, to: Day): number =>
    workingDaysBetween(calendar, from, to, BLUE_WORKING_DAYS + 1)
  if (today <= dueOn) return daysBetween(today, dueOn) <= BLUE_WORKING_DAYS ? 'blue' : null
  if (daysBetween(dueOn, today) < YELLOW_WORKING_DAYS) return null
  return today >= redFrom(commitment, calendar) ? 'red' : 'yellow'
}

/** The first day on which the level above orders; a second day that passed needs no further waiting. */
export const redFrom = ({ dueOn, timesLate }: Chased, calendar: Calendar): Day =>
  addWorkingDays(calendar, dueOn, timesLate >= 2 ? YELLOW_WORKING_DAYS : RED_WORKING_DAYS)
