import type { Clock } from '../../../server/app/feature.ts'

export interface TestClock extends Clock {
  set(instant: string): void
  advance(milliseconds: number): void
}

/** A clock that stands still until the story moves it; it starts on the evening of the sample village. */
export function standingClock(instant = '2026-11-22T11:00:00.000Z'): TestClock {
  let now = new Date(instant)
  return {
    now: () => now,
    set: (next) => (now = new Date(next)),
    advance: (milliseconds) => (now = new Date(now.getTime() + milliseconds)),
  }
}

export const DAY_MS = 24 * 60 * 60_000
