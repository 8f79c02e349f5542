/** A calendar day `YYYY-MM-DD` in the place's own calendar; it has no time of day and no time zone. */
export type Day = string

export const DAY_PATTERN = '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'

/** Half past seven in the evening: 19:30. */
export type Time = string
export const TIME_PATTERN = '^([01][0-9]|2[0-3]):[0-5][0-9]$'

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0)
}

export function partsOf(day: Day): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, date }
}

export const yearOf = (day: Day): number => partsOf(day).year

export function dayFrom(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** True only for days that exist: 2026-02-29 does not. */
export function isDay(text: string): text is Day {
  if (!new RegExp(DAY_PATTERN).test(text)) return false
  const { year, month, date } = partsOf(text)
  return date <= daysInMonth(year, month)
}

/** Days since 0000-03-01, by the civil-from-days method (H. Hinnant, "chrono-compatible low-level date algorithms"). */
function ordinalOf(day: Day): number {
  const { year, month, date } = partsOf(day)
  const y = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear
}

export const daysBetween = (from: Day, to: Day): number => ordinalOf(to) - ordinalOf(from)

export function addDays(day: Day, count: number): Day {
  let { year, month, date } = partsOf(day)
  date += count
  while (date > daysInMonth(year, month)) {
    date -= daysInMonth(year, month)
    if (++month > 12) [year, month] = [year + 1, 1]
  }
  while (date < 1) {
    if (--month < 1) [year, month] = [year - 1, 12]
    date += daysInMonth(year, month)
  }
  return dayFrom(year, month, date)
}

/** 0 is Sunday, as in `Intl`. 0000-03-01 was a Wednesday. */
export const weekdayOf = (day: Day): number => (((ordinalOf(day) + 3) % 7) + 7) % 7

export function endOfMonth(day: Day): Day {
  const { year, month } = partsOf(day)
  return dayFrom(year, month, daysInMonth(year, month))
}

/** The same date so many months on, or the last of a month that is shorter. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = partsOf(day)
  const months = year * 12 + month - 1 + count
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1]
  return dayFrom(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}
