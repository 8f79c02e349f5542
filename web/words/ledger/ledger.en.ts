import { done } from '../../../shared/words/matter/done.en.ts'
import { partsOf } from '../../../shared/kernel/day.ts'
import { dayInWords, weekdayInWords } from '../../../shared/words/days.ts'
import { acts } from '../matter/acts.en.ts'
import { everywhere } from '../everywhere.en.ts'
import { handed } from '../matter/handed.en.ts'
import type { LedgerWords } from './ledger.ts'
import { story } from '../matter/story.en.ts'
import { tools } from './tools.en.ts'

const WHOLE = {
  county: 'Whole county',
  township: 'Whole township',
  village: 'Whole village',
  compound: 'Whole compound',
  grid: 'Whole grid',
} as const
const GROUPS = {
  overdue: 'overdue',
  'due-soon': 'due soon',
  'on-track': 'on track',
  spoken: 'not agreed',
  settled: 'reported done',
} as const
const OUTCOMES = { kept: 'on time', keptLate: 'late', undone: 'not done', upcoming: 'not due yet' } as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

const STANDINGS = {
  overdue: 'Late',
  soon: 'Soon',
  'on-track': 'On the way',
  spoken: 'Not agreed yet',
  settled: 'Reported done',
} as const
const SORTS = {
  due: 'the nearest day',
  first: 'the earliest first day',
  newest: 'the newest',
  moved: 'the most often moved',
} as const

export const words: LedgerWords = {
  ...done,
  ...everywhere,
  ...acts,
  ...story,
  ...handed,
  ...tools,
  pageTitle: 'Promises',
  mineTitle: 'What I promised',
  wholeTitle: 'What was promised',
  today: (day) => `Today is ${weekdayInWords(day, 'en')}, ${dayInWords(day, 'en')}`,
  whose: 'Whose promises',
  mine: 'Mine',
  whole: (kind, level) => (level ? `Whole ${level}` : WHOLE[kind]),
  unit: 'Our own',
  below: 'Villages below',
  search: 'Look for a matter',
  searchHint: 'A word, a name or a number',
  whichStanding: 'Which ones',
  everyStanding: 'All',
  standing: (standing) => STANDINGS[standing],
  sortBy: 'First',
  sort: (sort) => SORTS[sort],
  monthSheet: 'This month on one page',
  nothingFound: 'Nothing found',
  nothingFoundWhat: 'Try another word, or look at everything.',
  showEverything: 'Show everything',
  showMore: 'Show more',
  belowEmpty: 'Nothing was promised in the villages below',
  belowEmptyWhat: 'As soon as somebody promises something there, it stands here.',
  belowUnreachable: 'What stands in the villages below did not arrive. Check the network and try again.',
  whichPlace: 'Which village',
  navigation: 'Elsewhere',
  desk: 'Desk',
  publicPage: 'Echo wall',

  group: (group) => GROUPS[group],
  spokenWhat: 'It counts once it was read back and agreed; no clock runs yet.',
  columnMatter: 'Matter, who raised it',
  columnFirst: 'First said',
  columnNow: 'Day now',
  columnLeft: 'From today',
  columnDone: 'Done on',
  firstDay: 'First said',
  presentDay: 'Now',
  raisedBy: (name) => `raised by ${name ?? 'a villager'}`,
  concernNo: (no) => `No. ${no}`,
  moved: (times) => (times === 1 ? 'moved once' : `moved ${times} times`),
  notReadBack: 'To be read',
  waitingForYes: 'Waits for a yes',
  doneDayUnknown: 'done, the day is not known',
  doneLate: (count) => `${days(count)} late`,
  doneInTime: 'on time',
  showAll: (count) => `Show all ${count}`,
  showFewer: 'Only the latest',

  verbatim: 'In these words',
  together: 'Together with',
  inCharge: 'Who does it',
  byDay: (day) => `by ${day}`,
  story: 'How it went',
  sameEvening: 'that evening',
  storyRaised: (name, meeting) => `${name ?? everywhere.oneVillager}${meeting && `, at ${meeting}`}`,
  storyPromised: (owner) => `${owner} promised: `,
  storyHow: (measure, day) => `${measure}, by ${day}`,
  storyMoved: (from, to, by) => `${by && `${by} agreed: `}moved from ${from} to ${to}`,
  because: (reason) => `Because: ${reason}`,

  ownerMayNotMove:
    'Afraid you will not make it? Tell the level above why before the day comes. Somebody above who does not do this work moves the day; you cannot do it yourself.',
  staffMayNotMove: 'A later day is agreed by the level above, before the day comes.',
  toEvening: 'To that evening',
  notSent: 'It was not sent; your words are still here. Check the connection and press again.',
  sending: 'Recording …',

  afraid: 'Afraid you will not make it?',
  afraidWhat:
    'Give the reason before the day comes; a facilitator or the township who does no part of it moves the day. The first day named stays where everybody sees it.',
  chartTitle: 'Kept, by month',
  chartWhat: 'One square is one promise, by the first day named',
  chartWorth: (count) => `One square is up to ${count} promises, by the first day named`,
  chartSays: (from, to) =>
    `${from} to ${to}: how many of each month’s promises were kept by the first day named`,
  outcome: (outcome) => OUTCOMES[outcome],
  asTable: 'Show as a table',
  month: (from) => MONTHS[partsOf(from).month - 1] ?? '',
  columnMonth: 'Month',
  keysHint: 'to move, Enter to open',

  emptyTitle: 'Nothing has been promised yet',
  emptyWhat:
    'When somebody says “done by the tenth”, the recorder writes it down as a promise at the desk, it is read back, and once the speaker agrees it stands here. What is late shows at a glance.',
  emptyAction: 'Open an evening at the desk',
  mineEmptyTitle: 'Nothing stands under your name yet',
  mineEmptyWhat: 'What you promise and agree to at a meeting will stand here.',
  mineEmptyAction: 'Show everybody’s',
  logInTitle: 'Log in to see what was promised',
  logInWhat:
    'This page is for facilitators, recorders and officials. Villagers need no log-in: the echo wall shows it all.',
  logIn: 'Go to log-in',
  sessionOver: 'Your session has ended',
  sessionOverWhat: 'This picture no longer changes. Please log in again; all that was saved is safe.',
  noPlaceTitle: 'You hold no post here',
  noPlaceWhat:
    'This page is for facilitators, recorders and officials. Ask the facilitator to give you a post in the roster.',
  unreachableTitle: 'The village’s server does not answer',
  unreachableWhat: 'We keep trying and show it as soon as it answers. All that was saved is safe.',
}
