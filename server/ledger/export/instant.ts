import type { Day, Time } from '../../../shared/kernel/day.ts'
import type { Instant } from '../../../shared/kernel/event.ts'

/** The instant at which the clocks in that time zone show this. */
export function instantAt(day: Day, time: Time, timeZone: string): Instant {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  // Twice, because the offset may be another one at the instant that the first guess finds.
  const near = wanted - offsetAt(wanted, timeZone)
  return new Date(wanted - offsetAt(near, timeZone)).toISOString()
}

function offsetAt(ms: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  const wholeSecond = Math.floor(ms / 1000) * 1000
  return Date.parse(`${shown.format(wholeSecond).replace(' ', 'T')}Z`) - wholeSecond
}
