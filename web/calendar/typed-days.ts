import type { DayKind } from '../../shared/calendar/calendar.ts'
import { addDays, daysBetween, isDay, type Day } from '../../shared/kernel/day.ts'

/** A line that says no stretch of days. */
export interface Unread {
  readonly unread: string
}
interface KindOfDay {
  readonly day: Day
  readonly kind: DayKind
}

const DAY = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/g
const LONGEST = 31

/** Days from lines such as `2027-02-06 到 2027-02-12`; the first line that cannot be read is given back. */
export function daysTyped(text: string, kind: DayKind): readonly KindOfDay[] | Unread {
  const days: KindOfDay[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const found = [...line.matchAll(DAY)].map(
      ([, year, month, date]) => `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`,
    )
    const [first = '', last = first] = found
    const length = isDay(first) && isDay(last) ? daysBetween(first, last) : -1
    if (found.length > 2 || length < 0 || length > LONGEST) return { unread: line }
    for (let at = 0; at <= length; at++) days.push({ day: addDays(first, at), kind })
  }
  return days
}
