import { createHash } from 'node:crypto'
import { dayAt } from '../../../server/clock/day.ts'
import { COUNTRY } from '../../../shared/calendar/calendar.ts'
import { dueAfter } from '../../../shared/calendar/counting.ts'
import { WALL, wallNaturalDays, wallWorkingDays } from './days-on-the-wall.ts'

export const COUNTS = [1, 3, 5, 7, 15]

export interface CountedEveryDay {
  readonly days: number
  /** Where the two implementations differ. */
  readonly differing: readonly string[]
  readonly digest: string
  /** The village's own day at instants that are another day elsewhere. */
  readonly villageDays: readonly string[]
  /** Minutes west of Greenwich, in January and July: proof of the host's time zone. */
  readonly offsets: readonly number[]
}

const INSTANTS = ['2026-02-13T15:59:59.999Z', '2026-02-13T16:00:00.000Z', '2026-12-31T16:00:00.000Z']

/** Every day of 2025 and 2026 with every count, by the rule and by the finger on the wall. */
export function countEveryDay(): CountedEveryDay {
  const digest = createHash('sha256')
  const differing: string[] = []
  const days = WALL.map(({ day }) => day).filter((day) => /^202[56]-/.test(day))
  const note = (what: string, ruled: string, onWall: string): void => {
    digest.update(`${what} ${ruled}\n`)
    if (ruled !== onWall) differing.push(`${what}: ${ruled}, on the wall ${onWall}`)
  }
  for (const day of days)
    for (const count of COUNTS) {
      const working = dueAfter(COUNTRY, day, { unit: 'working', count }).dueOn
      note(`${day} +${count} wd`, working, wallWorkingDays(day, count))
      const natural = dueAfter(COUNTRY, day, { unit: 'natural', count }).dueOn
      note(`${day} +${count} d`, natural, wallNaturalDays(day, count))
    }
  return {
    days: days.length,
    differing,
    digest: digest.digest('hex'),
    villageDays: INSTANTS.map((instant) => dayAt(new Date(instant), 'Asia/Shanghai')),
    offsets: [0, 6].map((month) => new Date(2026, month, 15).getTimezoneOffset()),
  }
}

if (import.meta.main) process.stdout.write(JSON.stringify(countEveryDay()))
