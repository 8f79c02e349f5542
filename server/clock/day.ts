import type { Day } from '../../shared/kernel/day.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** The day it is in that time zone at that instant. */
export function dayAt(now: Date, timeZone: string): Day {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  return format.format(now)
}
