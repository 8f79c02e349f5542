import { dayInWords } from './days.ts'
import type { ReminderWords } from './reminders.ts'

const day = (on: string): string => dayInWords(on, 'en')
const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`)

export const words: ReminderWords = {
  heading: (place) => `Liangting reminds · ${place}`,
  late: (measure, owner, dueOn, count) =>
    `“${measure}”: ${owner} promised it by ${day(dueOn)}, ${days(count)} ago, and has not reported it done.`,
  up: (measure, owner, dueOn, count) =>
    `“${measure}”: ${owner} promised it by ${day(dueOn)}, ${days(count)} ago. The level above is asked to see to it.`,
  offered: (text, from, answerBy) =>
    `“${text}” was handed over by ${from}. Please take it or send it back by ${day(answerBy)}.`,
  offerLate: (text, from, answerBy) =>
    `“${text}” was handed over by ${from} and was to be answered by ${day(answerBy)}. Please decide today.`,
  link: (address) => `Open it: ${address}`,
  more: (count) => `${count} more ${count === 1 ? 'is' : 'are'} in the ledger.`,
}
