import { done } from '../../../shared/words/matter/done.en.ts'
import { dayInWords, weekdayInWords } from '../../../shared/words/days.ts'
import type { PromiseWords } from './promise.ts'

const QUICK = {
  onTheSpot: 'on the spot',
  today: 'today',
  threeWorkingDays: '3 working days',
  monthEnd: 'end of this month',
  nextMonthEnd: 'end of next month',
} as const
const left = (days: number) => (days === 0 ? 'today' : `${days} ${days === 1 ? 'day' : 'days'} from now`)

export const words: PromiseWords = {
  ...done,
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
