import type { Day } from '../../shared/kernel/day.ts'

/** 19:41 at the place, whatever the screen's own time zone is. */
export function timeAt(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(ms)
}

export function dayAt(ms: number, timeZone: string): Day {
  return new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  }).format(ms)
}
