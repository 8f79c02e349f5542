import type { HandsWords } from './hands.ts'

const DONE = { done: 'done', partly: 'partly done', not: 'not done' }
const SATISFIED = { satisfied: 'satisfied', acceptable: 'acceptable', not: 'not satisfied' }

const WHO = { hands: 'people say', phone: 'whoever asked says by phone', told: 'whoever asked says' }

export const words: HandsWords = {
  fromBefore: 'Promised before',
  judged: (judged, of) => `${judged} of ${of} judged`,
  reportedOn: (day) => `reported done on ${day}`,
  dueOn: (day) => `by ${day}`,
  late: (days) => `${days} ${days === 1 ? 'day' : 'days'} late`,
  again: (day) => `not done, again by ${day}`,
  said: (answers) => `${WHO[answers.channel]}: ${DONE[answers.done]}, ${SATISFIED[answers.satisfied]}`,
  firstDay: (day) => `First promised for ${day}`,
  nowDay: (day) => `now ${day}`,
  photo: 'Photo',
  judgeIt: 'Say so',
  hallJudges: 'The hall will raise its hands.',
  handsUp: (counts) => `Hands are being counted: ${counts.join(', ')}`,
  next: 'Next one',
  lastOfThem: 'All that was promised before has been looked at.',
  inMinutes: (measure, { done, satisfied, tellers }) =>
    `“${measure}”, by hands: done ${done.done}, partly done ${done.partly}, not done ${done.not}; satisfied ${satisfied.satisfied}, acceptable ${satisfied.acceptable}, not satisfied ${satisfied.not}. Counted by ${tellers.join(' and ')}.`,
  count: 'Count hands',
  wasItDone: 'Was it done?',
  areYouSatisfied: 'Are you satisfied?',
  done: (answer) => DONE[answer],
  satisfied: (answer) => SATISFIED[answer],
  hands: (count) => `${count} ${count === 1 ? 'hand' : 'hands'}`,
  twoTellers: 'Which two counted',
  teller: (which) => `Teller ${which}`,
  notWhole: 'Count both questions, and name the two who counted.',
  notNumbers: 'Write hands as numbers, 0 where nobody raised one.',
  nothingToCount: (measure, standing) => `“${measure}”: ${standing}. No count is needed.`,
  runsUntil: (day) => `again by ${day}`,
  bothAgree: 'Both counted the same: record it',
  counted: 'Recorded. What is not done or not good enough is open again.',
  cancel: 'Not now',
  countedElsewhere: 'The wall says “being counted”: another computer counts.',
  endCount: 'End the count',
}
