import { dayInWords } from '../../shared/words/days.ts'
import type { MinutesWords } from './keys/minutes.ts'

export const words: MinutesWords = {
  text: 'Text of the minutes',
  placeholder: 'Who said what, one line each. Type “Aunt Li:” first and the name moves to the left.',
  loading: 'Fetching the minutes…',
  failed: 'The minutes could not be fetched. What was saved is still there; please try again.',
  retry: 'Try again',
  readOnly: 'You can read here, not write. The facilitator and the recorder write the minutes.',
  frozen:
    'Somebody has signed, so the text stands. To change it, whoever signed takes the signature back first.',
  tooOld: 'This page is an old one and would damage what others write, so it only reads. Please reload it.',
  empty: 'Nothing has been written yet.',

  savedAt: (time) => `Saved ${time}`,
  saving: (count) => `${count} ${count === 1 ? 'change' : 'changes'} not sent from here`,
  cutOff: 'Cut off, reconnecting',
  cutOffWith: (count) => `Cut off, ${count} ${count === 1 ? 'change' : 'changes'} not sent from here`,
  writing: (names) =>
    names.length ? `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} writing too` : '',

  nthItem: (count) => `item ${count}`,
  nowTalking: 'now',
  startedAt: (time) => `from ${time}`,

  markConcern: 'Make it a matter',
  markPromise: 'Record a promise',
  changeSpeaker: 'Change who speaks',
  speaker: 'Who speaks',
  speakerNone: 'Empty for a note of the recorder',
  lineActions: 'This line',

  concernRaised: (no, text) => `No. ${no} ${text}`,
  concernAnswered: (no) => `No. ${no}, answered`,
  concernPromised: (no) => `No. ${no}, promised`,
  concernReferred: (no) => `No. ${no}, passed on`,
  concernDeclined: (no) => `No. ${no}, declined with a reason`,
  promiseSpoken: 'promise, to be read back',
  promiseReadBack: 'promise, waiting for a yes',
  promiseOpen: (day, today) => `promised by ${dayInWords(day, 'en', today)}`,
  promiseLate: (days) => `promised, ${days} ${days === 1 ? 'day' : 'days'} late`,
  promiseDone: 'done',
  promiseDropped: 'promise, taken away',
  chipUnknown: '…',
}
