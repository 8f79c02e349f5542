import type { Day } from '../../kernel/day.ts'

/** A log-in that nobody uses for so many days ends. */
export const UNUSED_DAYS = 30

/** As far as a browser tells by itself; enough for its owner to know it again, and nobody else. */
export const BROWSERS = ['wechat', 'edge', 'firefox', 'chrome', 'safari', 'other'] as const
export const DEVICES = ['phone', 'computer'] as const

/** A browser in which somebody is logged in; its id opens nothing. */
export interface OwnSession {
  readonly id: string
  readonly browser: (typeof BROWSERS)[number]
  readonly device: (typeof DEVICES)[number]
  readonly since: Day
  readonly lastUsedOn: Day
  /** The one that asks. */
  readonly isThis: boolean
}

export interface OwnSessions {
  readonly sessions: readonly OwnSession[]
}
