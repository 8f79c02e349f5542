import { isQuiet } from '../../../shared/notices/notice.ts'
import type { Instant } from '../../../shared/kernel/event.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** The hour of the day, 0 to 23, at that instant in that time zone. */
export function hourAt(at: Date, timeZone: string): number {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
    formats.set(timeZone, format)
  }
  return Number(format.format(at))
}

const QUARTER_MS = 15 * 60_000

/** That instant, or the first quarter of an hour after it at which people may be reminded. */
export function wakingAt(instant: Instant, timeZone: string): Instant {
  if (!isQuiet(hourAt(new Date(instant), timeZone))) return instant
  let ms = Math.ceil(Date.parse(instant) / QUARTER_MS) * QUARTER_MS
  while (isQuiet(hourAt(new Date(ms), timeZone))) ms += QUARTER_MS
  return new Date(ms).toISOString()
}
