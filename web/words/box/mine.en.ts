import { timelineWordsBy } from '../../../shared/words/terms.en.ts'
import { everywhere } from '../everywhere.en.ts'
import type { MineWords } from './mine.zh-Hans.ts'

const WHO = { hall: 'The hall', self: 'You', raiser: 'Whoever raised it' } as const

export const words: MineWords = {
  ...timelineWordsBy(WHO),
  ...everywhere,
  backTo: (title) => `Back to ${title}`,
  none: 'This phone has not raised anything yet',
  noneWhat: 'What you say at a meeting or put into the box is listed here with all that becomes of it.',
  bookmark: 'Keep this page as a bookmark and come back. For another phone there is a code above.',
  lookAgain: 'Look for news',
  readAt: (time) => `Read at ${time}`,
  notHere: 'This phone knows nothing of this matter',
  notHereWhat:
    'If it was raised on another phone, type the eight characters of that phone and everything is here.',
  sayMore: 'Raise something else',
  state: {
    raised: 'Received; the village agrees the wording with you first',
    recorded: 'Recorded; waiting for an answer',
    answered: 'Answered',
    promised: 'Somebody promised to do it',
    referred: 'Sent on to where it belongs',
    assembly: 'For the villagers’ assembly',
    declined: 'Declined, with the reason',
    rated: 'You have judged it',
    closed: 'Closed',
    reopened: 'To be done again',
    withdrawn: 'You took it back',
    merged: 'Put together with the same matter',
  },
  stateDone: 'Said to be done: please see whether it is',
  holder: (place) => `Now in the hands of ${place}`,
  offered: (place, day) => `Handed up to ${place}, which answers by ${day}`,
  mergedInto: (no) => `Goes on together with no. ${no}`,

  judgedBy: (by) => `${WHO[by]} judged it`,
  othersSaid: (by, done, satisfied) =>
    `${WHO[by]} said: ${done}, ${satisfied}. If you see it differently, you may say so.`,

  aboutPromise: (measure) => `${measure}: `,
  isDone: 'Was it done?',
  isSatisfied: 'Are you satisfied?',
  done: { done: 'Done', partly: 'Partly done', not: 'Not done' },
  satisfied: { satisfied: 'Satisfied', acceptable: 'Acceptable', not: 'Not satisfied' },
  wordLabel: 'Anything to add (may stay empty; only the staff read it)',
  judge: 'Give this answer',
  judging: 'Saving …',
  changeAnswer: 'Change my answer',
  askedNow: 'Please tell us',
  mayAnswer: 'You may answer already',
  chooseBoth: 'Please answer both questions first.',
  youSaid: (done, satisfied) => `You said: ${done}; ${satisfied}.`,
  changeUntil: (day) => `It can be changed until ${day}.`,
  silence: 'Without an answer it counts as unrated, never as satisfied.',
  badMeans: '“Not done” or “not satisfied” opens the matter again at once; that answer then stays.',

  withdraw: 'Take this matter back',
  withdrawSure: 'Taken back, nobody works on it any more. Take it back?',

  waitingForYou: (count) => (count === 1 ? '1 waits for you' : `${count} wait for you`),
  pastTheDay: (count) => `${count} past the day`,
  fromTheStart: 'From the start',
  publicPage: 'The page that everybody sees',
  notPublic: 'Only you and the staff see it now; it becomes public once the wording is agreed.',
  youJoined: 'You asked for this too. Whoever raised it says whether it was done.',

  photoNo: (nth) => `photo ${nth} of what was done`,
  promisesTitle: 'What I promised',
  matters: (count) => (count === 1 ? '1 matter' : `${count} matters`),
}
