import type { SupervisionKind } from '../../commitments/commitment.ts'
import type { Day } from '../../kernel/day.ts'

/** Sentences of the messages that go into a group or to a person by mail. */
export interface ReminderWords {
  readonly heading: (place: string) => string
  /** Sent by hand, to see whether a group hears. */
  readonly test: string
  /** A promise whose day has passed: what was to be done, by whom, which day, days since then. */
  readonly late: (measure: string, owner: string, dueOn: Day, days: number) => string
  /** The same, when those above have to look after it. */
  readonly up: (measure: string, owner: string, dueOn: Day, days: number) => string
  /** A matter that was handed here and waits for a yes or no. */
  readonly offered: (text: string, from: string, answerBy: Day) => string
  readonly offerLate: (text: string, from: string, answerBy: Day) => string
  /** To whoever does it, before the day: what, who promised, which day, days until then. */
  readonly soon: (measure: string, owner: string, dueOn: Day, days: number) => string
  /** To whoever does it, from those who supervise: what was to be done, what they say. */
  readonly supervised: Readonly<Record<SupervisionKind, (measure: string, said: string) => string>>
  /** To whoever asked for it. */
  readonly howItWent: (text: string) => string
  /** To somebody who asks for them, because they have no phone of their own here. */
  readonly askHowItWent: (text: string) => string
  readonly link: (address: string) => string
  readonly more: (count: number) => string
  /** Of mails alone. */
  readonly subject: (count: number) => string
  readonly dear: (name: string) => string
  /** The last line: where no more mail is asked for. */
  readonly off: (address: string) => string
  readonly questionSubject: (place: string) => string
  /** Before the address of the page on which one says yes. */
  readonly question: (place: string) => string
  /** The page behind the links of a mail. */
  readonly page: {
    readonly title: string
    readonly isAsked: (name: string) => string
    readonly isOn: (name: string) => string
    readonly yes: string
    readonly stop: string
    readonly thanks: string
    readonly stopped: string
    readonly gone: string
  }
}
