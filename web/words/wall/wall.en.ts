import { isBad } from '../../../shared/ratings/rating.ts'
import { verdict } from '../../../shared/words/verdict/verdict.en.ts'
import { everywhere } from '../everywhere.en.ts'
import type { WallWords } from './wall.zh-Hans.ts'

export const words: WallWords = {
  ...everywhere,
  notBegun: 'Please sit down, we begin soon',
  notBegunWhat: 'Scan the code and come in.',
  tonight: 'Tonight',
  saidBy: (name) => `${name} said`,
  who: 'Who',
  how: 'How',
  byWhen: 'By',
  pleaseRead: (name) => `Please read it aloud, ${name}: it counts when you say yes.`,
  hasNodded: (name, left) => `${name} said yes, ${left}.`,
  promiseSeal: 'Yes',
  typedBy: 'Who says it',
  typedByHint: 'May stay empty',
  putDone: 'Saved; the facilitator reads it before it goes on the wall',
  keysHint: 'Enter to write, Esc to put away',
  over: 'This evening is over',
  codeTitle: 'This wall waits for the evening',
  codeWhat:
    'Once the evening is open, its code stands at the facilitator’s desk. Type it here and the wall connects.',
  codeWrong:
    'There is no such code. The code of this evening stands at the facilitator’s desk: please type it again.',
  codeAsk: 'The code of this evening',
  codeNext: 'The code of the next evening, from the facilitator’s desk',
  connect: 'Connect',
  signed: 'The minutes are signed',
  signedWhat: 'Anybody can read them. Thank you all.',
  together: (names) => `with ${names}`,
  lettersOver: (count) => `${count} letters too many`,
  overWhat: 'The minutes are public once they are signed.',
  review: 'Promised before',
  reviewHint: 'First: was it kept?',
  ofAll: (count) => `of ${count}`,
  nthOfAll: (no, count) => `number ${no} of ${count}`,
  ownerSays: (owner, measure) => `${owner}: ${measure}`,
  firstSaid: 'First promised',
  movedNow: (times) => (times === 1 ? 'Moved once, now' : 'Moved twice, now'),
  againNow: 'Again, now',
  standsAt: 'As of today',
  reportedOn: (day) => `Reported done ${day}`,
  daysLate: (days) => `${days} ${days === 1 ? 'day' : 'days'} late`,
  notYet: 'Not reported done',
  photo: 'Photo',
  morePhotos: (count) => `${count} photos`,
  raiseHands: 'Show of hands',
  done: (answer) => ({ done: 'done', partly: 'partly done', not: 'not done' })[answer],
  satisfied: (answer) => ({ satisfied: 'Satisfied', acceptable: 'Acceptable', not: 'Not satisfied' })[answer],
  toBeCounted: 'to be counted',
  countedNow: 'being counted',
  countedNext: 'counted next',
  counted: 'counted',
  hands: 'hands',
  saidBefore: (done, satisfied) => `Whoever asked says: ${done}, ${satisfied}.`,
  againBy: (day) => `To be done again by ${day}.`,
  scanToJudge: 'Whoever asked for this judges by phone: scan, or open',
  reviewed: (verdicts) => {
    const all = verdicts.reduce((sum, { count }) => sum + count, 0)
    const told = verdicts.map(
      (one) => `${all > 1 ? `${one.count} ` : ''}${verdict(one)}${isBad(one) ? ', opened again' : ''}`,
    )
    return `${all} promised before judged: ${told.join('; ')}`
  },
  overCounts: (answered, promised, passedOn) =>
    [
      answered ? `${answered} answered` : '',
      promised ? `${promised} promised` : '',
      passedOn ? `${passedOn} passed on` : '',
    ]
      .filter(Boolean)
      .join(', '),
}
