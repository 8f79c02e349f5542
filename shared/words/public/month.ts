import type { Day } from '../../kernel/day.ts'

export type MonthNumber = 'promised' | 'kept' | 'overdue' | 'moved' | 'handedUp' | 'declined' | 'unrated'
export type MonthRate = 'response' | 'resolution' | 'satisfaction'

/** Sentences of the sheet of one month. */
export interface MonthWords {
  readonly title: (first: Day) => string
  readonly lead: string
  readonly number: Readonly<Record<MonthNumber, string>>
  /** The number of matters handed up, where the level above has a name of its own. */
  readonly handedUpTo: (level: string) => string
  readonly keptInTime: (count: number) => string
  readonly rate: Readonly<Record<MonthRate, string>>
  /** Of so many, so many. */
  readonly rateWhat: Readonly<Record<MonthRate, (some: number, whole: number) => string>>
  readonly nothingToRate: string
  readonly overdueTitle: string
  readonly keptTitle: string
  readonly andMore: (count: number) => string
  readonly village: string
  readonly together: (count: number) => string
  readonly tooFew: string
  readonly tooFewWhat: string
  /** Before the name of whoever stands for the sheet. */
  readonly countersigned: string
  readonly notYet: string
  readonly nothing: string
  readonly before: string
  readonly after: string
}
