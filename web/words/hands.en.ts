import type { HandsWords } from './keys/hands.ts'

export const words: HandsWords = {
  fromBefore: 'Promised before, reported done',
  reported: (owner, day) => `${owner}, reported done on ${day}`,
  count: 'Count hands',
  wasItDone: 'Was it done?',
  areYouSatisfied: 'Are you satisfied?',
  done: (answer) => ({ done: 'done', partly: 'partly', not: 'not done' })[answer],
  satisfied: (answer) => ({ satisfied: 'satisfied', acceptable: 'acceptable', not: 'not satisfied' })[answer],
  hands: (count) => `${count} ${count === 1 ? 'hand' : 'hands'}`,
  twoTellers: 'Which two counted',
  teller: (which) => `Teller ${which}`,
  notWhole: 'Count both questions, and name the two who counted.',
  bothAgree: 'Both counted the same: record it',
  counted: 'Recorded. What is not done or not good enough is open again.',
  cancel: 'Not now',
}
