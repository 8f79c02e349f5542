import type { Day } from '../../../shared/kernel/day.ts'
import { UNUSED_DAYS } from '../../../shared/people/log-in/session.ts'

const DAY_MS = 24 * 60 * 60_000

/** In UTC: a day more or less is nobody's loss. */
export const dayOf = (now: Date): Day => now.toISOString().slice(0, 10)

/** Whoever's log-in was last used before this day is logged out. */
export const lastDayKept = (now: Date): Day => dayOf(new Date(now.getTime() - UNUSED_DAYS * DAY_MS))
