import type { CalendarWords } from '../ledger/entries.ts'
import type { LedgerFileWords } from '../ledger/table.ts'
import { dayInWords } from './days.ts'
import type { ReminderWords } from './outgoing.zh-Hans.ts'

export const ledgerFile: LedgerFileWords = {
  columns: {
    no: 'No.',
    meeting: 'Meeting',
    raisedOn: 'Raised on',
    raisedBy: 'Raised by',
    grid: 'Grid',
    category: 'Category',
    problem: 'Problem',
    answer: 'Answer',
    measure: 'Measure',
    owner: 'Owner',
    coOwners: 'Together with',
    level: 'Level',
    firstDueOn: 'First day',
    dueOn: 'Present day',
    timesMoved: 'Times moved',
    progress: 'Progress',
    done: 'How it stands',
    stage: 'Chased',
    rating: 'Judged by villagers',
    timesReopened: 'Times reopened',
    closedOn: 'Closed on',
    publicOn: 'Public since',
    fingerprint: 'Fingerprint',
  },
  unnamed: 'A villager',
  category: {
    infrastructure: 'Infrastructure',
    environment: 'Environment',
    livelihood: 'Livelihood',
    industry: 'Industry',
    'village-funds': 'Village funds',
    dispute: 'Dispute',
    other: 'Other',
  },
  kind: { county: 'County', township: 'Township', village: 'Village', compound: 'Compound', grid: 'Grid' },
  state: {
    raised: 'Raised, wording not agreed yet',
    recorded: 'Recorded, waits for an answer',
    answered: 'Answered on the spot',
    promised: 'Promised with a day',
    referred: 'Referred',
    assembly: 'Put to the assembly',
    declined: 'Declined with a reason',
    rated: 'Judged',
    closed: 'Closed',
    reopened: 'Open again',
    withdrawn: 'Withdrawn',
    merged: 'Merged into another',
  },
  notAgreed: 'Not agreed yet',
  running: 'Under way',
  done: 'Done',
  stage: { blue: 'Blue', yellow: 'Yellow', red: 'Red' },
  doneAnswer: { done: 'Done', partly: 'Partly done', not: 'Not done' },
  satisfied: { satisfied: 'Satisfied', acceptable: 'Acceptable', not: 'Not satisfied' },
  unrated: 'Unrated',
  to: '; ',
}

const day = (on: string): string => dayInWords(on, 'en')
const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`)

export const reminders: ReminderWords = {
  heading: (place) => `Liangting reminds · ${place}`,
  test: 'This is a message to try it out. If you can read it, reminders reach this group.',
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
  soon: (measure, owner, dueOn, count) =>
    `“${measure}”: ${owner} promised it by ${day(dueOn)}, ${count === 0 ? 'which is today' : `in ${days(count)}`}. Please report it once it is done, or ask for more time before that day.`,
  supervised: {
    reminder: (measure, said) => `“${measure}”: supervision reminds you: ${said}`,
    comment: (measure, said) => `“${measure}”: supervision said in the ledger: ${said}`,
    'evidence-request': (measure, said) => `“${measure}”: supervision asks how far it is: ${said}`,
  },
  howItWent: (text) =>
    `“${text}”, which you raised, has an outcome. Please say whether it was done, and whether you are satisfied.`,
  askHowItWent: (text) =>
    `“${text}” has an outcome, and whoever raised it has no phone here. Please go and ask whether it was done, and whether they are satisfied.`,
  subject: (count) =>
    `Liangting reminds: ${count === 1 ? 'one matter waits' : `${count} matters wait`} for you`,
  dear: (name) => `Dear ${name},`,
  off: (address) => `To get no more of these mails, open: ${address}`,
  questionSubject: (place) => `Liangting · ${place}: is this your address?`,
  question: (place) =>
    `Somebody in the Liangting of ${place} named this address. Open the page below and press “It is mine”: from then on you get at most one mail a day when something is due or waits for you, never at night. If it is not yours, do nothing, and no more mail comes.`,
  page: {
    title: 'Reminders by mail',
    isAsked: (name) =>
      `${name}, is this your address? Press “It is mine”, and reminders come here: one mail a day at most, never at night.`,
    isOn: (name) => `${name}, reminders come to this address: one mail a day at most, never at night.`,
    yes: 'It is mine, send them here',
    stop: 'Stop, and erase the address',
    thanks: 'Noted. From now on reminders come to this address.',
    stopped: 'Stopped, and the address is erased. To get them again, log in and enter it in the ledger.',
    gone: 'This link no longer works: the address was changed, or mail was stopped.',
  },
}

/** What a subscribed calendar says. */
export const calendar: CalendarWords = {
  mineOf: (name) => `Promised by ${name}`,
  unitOf: (place) => `Promised in ${place}`,
  byOwner: (owner, measure) => `${owner}: ${measure}`,
  about: (concern) => `Matter: ${concern}`,
  who: (owners) => `Who does it: ${owners.join(', ')}`,
  firstDay: (day) => `First day named: ${day}`,
  moved: (times) => (times === 1 ? 'Moved once' : `Moved ${times} times`),
  ownPart: (part) => `Own part: ${part}`,
}
