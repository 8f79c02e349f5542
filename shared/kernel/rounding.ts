import type { Instant } from './event.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** The country has one time. */
const AHEAD_MS = 8 * HOUR_MS

/** When the hour of it began: who did two things one after the other cannot be told from that. */
export const hourOf = (at: Instant): Instant => startOf(at, HOUR_MS)

/** When the day of it began. */
export const dayStartOf = (at: Instant): Instant => startOf(at, DAY_MS)

function startOf(at: Instant, lengthMs: number): Instant {
  const ms = Date.parse(at) + AHEAD_MS
  return new Date(ms - (ms % lengthMs) - AHEAD_MS).toISOString()
}
