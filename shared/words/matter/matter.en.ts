import { done } from './done.en.ts'
import type { MatterWords } from './matter.ts'
import { taleBy } from './tale.en.ts'

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

export const words: MatterWords = {
  ...done,
  ...taleBy({ hall: 'The hall', self: 'Whoever asked', raiser: 'Whoever asked' }),
  about: (no, place, voices) => `No. ${no}, ${place}${voices > 1 ? `, asked by ${voices} people` : ''}`,
  state: {
    raised: 'Received; the village agrees the wording first',
    recorded: 'Recorded; waiting for an answer',
    answered: 'Answered',
    promised: 'Somebody promised to do it',
    referred: 'Sent on to where it belongs',
    assembly: 'For the villagers’ assembly',
    declined: 'Declined, with the reason',
    rated: 'Judged by whoever asked',
    closed: 'Closed',
    reopened: 'Not done: once more',
    withdrawn: 'Taken back by whoever asked',
    merged: 'Put together with the same matter',
  },
  inHand: (owner) => `${owner}: `,
  notDone: (owner) => `${owner}, not done: `,
  saidDone: (owner) => `${owner} reported it done: `,
  daysLeft: (count) => `${days(count)} left`,
  daysLate: (count) => `${days(count)} late`,
  today: 'due today',
  imported: (owner) => `From an older ledger: ${owner}, `,
  nowMoved: (times) => (times === 1 ? 'Now, moved once' : `Now, moved ${times} times`),
  takenOn: 'taken on',
  addVoice: 'I ask for this too',
  addVoiceWhat: 'No account and no name; it only counts one more.',
  said: {
    added: 'Counted, thank you. What becomes of it stands under “My matters” too.',
    counted: 'Your voice is counted here already.',
    over: 'This matter is closed. If there is more to say, please use the opinion box.',
    later: 'Very many people pressed just now. Please try again in a minute.',
  },
  toMine: 'My matters',
  fromTheStart: 'From the start',
  tellUs: 'Something wrong? Tell us',
  echoWall: 'Echo wall',
  asAt: (day, time) => `As it stood on ${day}, ${time}`,
}
