import type { Day } from '../../shared/kernel/day.ts'

type Options = Intl.DateTimeFormatOptions

/** A format for each time zone, kept: making one costs more than using it, and it is the same every time. */
function formatsOf(locale: string, options: Options): (timeZone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (timeZone) => {
    const format = made.get(timeZone) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone })
    made.set(timeZone, format)
    return format
  }
}

const dayFormat = formatsOf('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' })
const hourFormat = formatsOf('en-GB', { hour: '2-digit', hourCycle: 'h23' })

/** The day it is in that time zone at that instant. */
export const dayAt = (now: Date, timeZone: string): Day => dayFormat(timeZone).format(now)

/** The hour of the day, 0 to 23, at that instant in that time zone. */
export const hourAt = (at: Date, timeZone: string): number => Number(hourFormat(timeZone).format(at))
