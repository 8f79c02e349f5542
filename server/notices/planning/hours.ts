import { isQuiet } from '../../../shared/notices/notice.ts'
import { hourAt } from '../../clock/day.ts'
import type { Instant } from '../../../shared/kernel/event.ts'

const QUARTER_MS = 15 * 60_000

/** That instant, or the first quarter of an hour after it at which people may be reminded. */
export function wakingAt(instant: Instant, timeZone: string): Instant {
  if (!isQuiet(hourAt(new Date(instant), timeZone))) return instant
  let ms = Math.ceil(Date.parse(instant) / QUARTER_MS) * QUARTER_MS
  while (isQuiet(hourAt(new Date(ms), timeZone))) ms += QUARTER_MS
  return new Date(ms).toISOString()
}
