import { dayInWords, weekdayInWords } from '../../shared/words/days.ts'
import { doneName } from '../../shared/words/terms.en.ts'
import type { HallWords, MinutesWords, PromiseWords } from './meeting.zh-Hans.ts'

export const hall: HallWords = {
  loading: 'Fetching …',
  oneVillager: 'A villager',
  staleAt: (time) => `This picture stopped at ${time}. Reconnecting …`,
  nthItem: (number) => `Item ${number}`,
  pageTitle: 'Wall',
  phones: 'Phones:',
  phonesUnit: '',
  scan: 'Scan, or open',
  qrLabel: 'QR code: scan it with a phone to speak',
  noVoices: 'Who says the first word?',
  spokenFor: (minutes, seconds) =>
    minutes === 0
      ? 'just began'
      : `${minutes}${seconds < 30 ? '' : '½'} minute${minutes === 1 && seconds < 30 ? '' : 's'}`,
  typeHere: 'Write for somebody here',
  lantern: 'Speaking lantern',
  cutOff: 'No connection now; trying again.',
}

const WHY: Readonly<Record<string, string>> = {
  restored: 'The system came back from a backup, and these words are no longer in the text.',
  boxed: 'These words came after the signatures. The text stands; they lie in the recorder’s box.',
  'minutes-signed': 'The minutes are signed, so these words did not go in.',
  'schema-too-old': 'This page is an old one, so these words did not go in. Reload it and send them again.',
  'not-allowed': 'You may not write these minutes now, so these words did not go in.',
  'too-long': 'This is too long to take at once. Please send it in parts.',
}

const KINDS: Readonly<Record<string, string>> = {
  named: 'a named state',
  signed: 'as signed',
  agenda: 'at the next agenda item',
  time: 'as written by then',
}

export const minutes: MinutesWords = {
  doneName,
  text: 'Text of the minutes',
  placeholder: 'Who said what, one line each. Type “Aunt Li:” first and the name moves to the left.',
  loading: 'Fetching the minutes…',
  blockedTitle: 'This network does not let several people write at once',
  blockedWhat:
    'For now the minutes can only be read; a new copy is fetched every ten seconds. Comments, matters and promises can be recorded as usual. To write the minutes, please use another network, such as a phone’s hotspot, or ask whoever runs this one to allow WebSockets.',
  unreachedWhat:
    'The server cannot be reached; this page keeps trying. All that was saved is safe and comes as soon as the line is back.',
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
  keptHere: 'kept on this machine',
  notKept: 'not kept here, do not close this page yet',
  writing: (names) =>
    names.length ? `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} writing too` : '',

  restoredTitle: 'The system came back from a backup',
  restoredWhat:
    'This is the text of the backup; it may hold less than you saw before. What is missing has been kept for you under “Words that did not go in”.',
  restoredGoOn: 'Understood, go on writing',

  colon: ': ',
  asideTitle: 'Words that did not go in',
  asideWhy: (why, time) => `${time}: ${WHY[why] ?? 'The record did not take these words.'}`,
  asideComparing: 'Once the text is here, the missing lines will be found.',
  asideAtRisk: 'This machine cannot keep these words; copy them before you close the page.',
  asideCopy: 'Copy',
  asideCopied: 'Copied',
  asideAgain: 'Send again',
  asideDiscard: 'Throw away',
  asideDiscardAsk: 'Really throw these words away?',
  asideDiscardWhat: (lines) =>
    `${lines} ${lines === 1 ? 'line' : 'lines'}. They cannot be brought back afterwards.`,
  asideKeep: 'Keep',

  history: 'Earlier states',
  historyLoading: 'Fetching…',
  historyUnreachable:
    'This cannot be fetched now; the text is untouched. Please try again once the line is back.',
  historyEmpty: 'No earlier state yet. Write for a while, or give the text as it is now a name.',
  pointKind: (kind) => KINDS[kind] ?? 'the text then',
  pointOf: (name, time, by) => [time, name, by].filter(Boolean).join(' · '),
  compareWith: 'Compare with',
  asItIsNow: 'the text as it is now',
  nothingChanged: 'The two read exactly alike.',
  changes: (count) => `${count} ${count === 1 ? 'line differs' : 'lines differ'}.`,
  linesSame: (count) => `${count} ${count === 1 ? 'line' : 'lines'} unchanged`,
  lineBecame: (kind) => ({ added: 'Line added: ', gone: 'Line removed: ', changed: 'Line changed: ' })[kind],
  restorePoint: 'Restore this state',
  restoreKeeps: 'What others are writing meanwhile stays. You can undo it.',
  restoredPoint: 'The text reads again as it did then.',
  undo: 'Undo',
  nameNow: 'Name the text as it is now',
  namePoint: 'Name this state',
  nameOnceSaved: 'You can name it once it is saved.',
  nameExample: 'As read out to everybody',
  giveName: 'Remember',
  close: 'Close',

  nthItem: (count) => `item ${count}`,
  nowTalking: 'now',
  movedOn: (title) => `They are now talking about “${title}”.`,
  goOnThere: 'Go on there',
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
  concernAssembly: (no) => `No. ${no}, put to the villagers’ assembly`,
  concernReopened: (no) => `No. ${no}, open again`,
  concernWithdrawn: (no) => `No. ${no}, taken back by whoever raised it`,
  concernMerged: (no) => `No. ${no}, put together with another matter`,
  concernClosed: (no) => `No. ${no}, closed`,
  promiseSpoken: 'promise, to be read back',
  promiseReadBack: 'promise, waiting for a yes',
  promiseOpen: (day, today) => `promised by ${dayInWords(day, 'en', today)}`,
  promiseLate: (days) => `promised, ${days} ${days === 1 ? 'day' : 'days'} late`,
  promiseDropped: 'said, not promised',
  chipUnknown: '…',
}

const QUICK = {
  onTheSpot: 'on the spot',
  today: 'today',
  threeWorkingDays: '3 working days',
  monthEnd: 'end of this month',
  nextMonthEnd: 'end of next month',
} as const
const left = (days: number) => (days === 0 ? 'today' : `${days} ${days === 1 ? 'day' : 'days'} from now`)

export const promise: PromiseWords = {
  doneName,
  promise: 'Promise',
  who: 'Who',
  how: 'How',
  byWhen: 'By which day',
  whoPlaceholder: 'name',
  howPlaceholder: 'what will be done, and how well',
  dayPlaceholder: '10, friday',
  quickDay: (key) => QUICK[key],
  dayMeans: (day, today, days) =>
    `${weekdayInWords(day, 'en')}, ${dayInWords(day, 'en', today)}, ${left(days)}`,
  dayOff: ', a day off',
  dayUnannounced: ', days off of that year are not announced yet',
  dayUnread: 'We cannot read this day. “10 December”, “10”, “Friday” or “end of month” will do.',
  dayPast: 'That day has passed.',
  notLinked: 'On neither list: only the name is kept, linked to nobody.',
  whichOne: (name) => `There are several named ${name}: which one?`,
  answersWhich: 'It answers',
  answersNone: 'no matter in particular',

  origin: 'Where from',
  originOf: (origin) =>
    ({
      promise: 'promised',
      'taken-on': 'taken on',
      referral: 'referred from elsewhere',
      order: 'ordered from above',
    })[origin],
  kindOfMatter: 'Kind of matter',
  kindNone: 'none of the catalogue',
  within: ({ unit, count }) => (unit === 'working' ? `within ${count} working days` : `within ${count} days`),
  kindUnit: (unit) => `Done by ${unit}.`,
  kindNotOurs: (unit) => `Not the village’s to do: ${unit}.`,
  notOnList: 'Not on the list of what this village takes on; the record will say so.',
  orderedOffList: 'ordered from above, not on the village’s list',

  together: 'Done together with',
  addCoOwner: 'Add somebody who helps',
  coOwner: 'Who',
  part: 'Which part',
  partDay: 'By which day',
  removeCoOwner: (name) => `Remove ${name || 'this one'}`,

  readBack: 'Read it back on the wall',
  nodded: 'Read out, and they agreed',
  counts: (owner) => `The promise of ${owner} counts.`,
  recordOnly: 'Only record it',
  amend: 'Save the change',
  missing: (parts) => `Still missing: ${parts.join(', ').toLowerCase()}`,

  byDay: (owner, day) => `${owner}, by ${day}`,
  withOthers: (names) => `, with ${names}`,
  waitingToRead: 'to read',
  waitingForYes: 'yes?',
  given: 'given',
  onWallNow: 'On the wall now',
  confirm: 'They said yes',
  readBackAgain: 'Read it again',
  readBackShort: 'Read it back',
  drop: 'Remove',
  dropped: 'Removed.',
  confirmed: (owner) => `${owner} said yes; the days count from now.`,
  recorded: 'Recorded, not read back yet.',
  isOnWall: 'It is on the wall. Read it aloud; when they say yes, press Y.',
  edit: 'Change',

  linkTo: (name) => `Who is “${name}”? Link to the roster`,
  linkWhat: (name) => `The written name “${name}” stays; reminders and reports will reach this person.`,
  linkWho: 'Who of the roster or which partner',
  linkSend: 'This is the one',
  linkCancel: 'Not now',
  linked: 'Linked: reminders will reach them.',
}
