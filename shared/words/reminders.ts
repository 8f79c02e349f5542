import type { Day } from '../kernel/day.ts'

/** Sentences of the messages that go into a group. */
export interface ReminderWords {
  readonly heading: (place: string) => string
  /** A promise whose day has passed: what was to be done, by whom, which day, days since then. */
  readonly late: (measure: string, owner: string, dueOn: Day, days: number) => string
  /** The same, when those above have to look after it. */
  readonly up: (measure: string, owner: string, dueOn: Day, days: number) => string
  /** A matter that was handed here and waits for a yes or no. */
  readonly offered: (text: string, from: string, answerBy: Day) => string
  readonly offerLate: (text: string, from: string, answerBy: Day) => string
  readonly link: (address: string) => string
  readonly more: (count: number) => string
}
