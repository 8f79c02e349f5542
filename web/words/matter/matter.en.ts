import type { MatterWords } from './matter.ts'

export const words: MatterWords = {
  list: (parts) => parts.join(', '),
  toList: 'Back to the ledger',
  raised: (day) => `raised ${day}`,
  voices: (others) => (others === 1 ? '1 more asked' : `${others} more asked`),
  sameDay: 'same day',
  now: 'Today',
  pastFirstDay: (days) => `${days} ${days === 1 ? 'day' : 'days'} past the first day`,
  whatNow: 'What you can do now',
  nothingNow: 'It waits for others; nothing is asked of you now.',
  whole: 'Read it from the start',
  summoned: (unit, day) => `${unit} was called in, to come by ${day}`,
}
