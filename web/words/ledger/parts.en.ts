import type { MonthSums } from '../../../shared/ledger/month/month.ts'
import { routes } from '../../../shared/words/terms.en.ts'
import { everywhere } from '../everywhere.en.ts'
import type { FigureWords, MailWords, MatterWords, StoryWords, WaitingWords } from './parts.zh-Hans.ts'

const CHANNELS = {
  meeting: '',
  form: ' wrote through the opinion box',
  call: ' called',
  paper: ' left a slip of paper',
  visit: ' said it at a visit',
  import: ' stands in the old ledger',
} as const
const nth = (times: number): string => (times === 1 ? 'the first time' : `time ${times}`)

const SUPERVISION = {
  reminder: 'sent a reminder',
  comment: 'commented in public',
  'evidence-request': 'asked how far it is, and for evidence',
} as const

const asker: StoryWords['asker'] = ({ who, by, isOnBehalf }) =>
  isOnBehalf ? `${by || 'The staff'}, for ${who},` : who

export const story: StoryWords = {
  asker,
  tells: {
    'concern-raised': ({ who, meeting, channel }) =>
      `${who || everywhere.oneVillager}${meeting ? ` raised it at ${meeting}` : CHANNELS[channel] || ' raised it'}`,
    'concern-recorded': () => 'Its wording was agreed and recorded',
    'concern-reworded': () => 'Worded anew',
    'concern-answered': () => 'Answered',
    'concern-referred': ({ unit, route }) => `Referred to ${unit}${route ? ` (${routes[route]})` : ''}`,
    'concern-put-to-assembly': () => 'For the villagers’ assembly to decide',
    'concern-declined': () => 'Will not be done',
    'outcome-taken-back': () => 'That outcome was taken back',
    'concern-withdrawn': () => 'Withdrawn by whoever raised it',
    'concern-merged': () => 'Put together with the same matter',
    'merge-taken-back': () => 'Joined by mistake, and taken apart again',
    'voice-added': () => 'One more neighbour asks for this',
    'slip-handed-out': () => 'The raiser was given a slip to follow it by',
    'concern-reopened': ({ times }) => `Judged, and opened again, ${nth(times)}`,
    'concern-escalated': ({ to }) =>
      to
        ? `Judged twice and to be done again: on its way to ${to}`
        : 'Judged twice and to be done again; nothing stands above',
    'concern-put-on-agenda': () => 'On the agenda of the next meeting',
    'concern-closed': ({ as, route }) =>
      as === 'disagreed'
        ? `Not good enough at the top of the ladder; still open: ${route ? routes[route] : routes.petition}`
        : as === 'rated'
          ? 'Closed'
          : 'Closed unrated (never counted as satisfied)',
    'commitment-recorded': ({ who }) => `${who} said`,
    'commitment-amended': () => 'Changed, so it has to be read back again',
    'confirmation-taken-back': () => 'The nod was a slip and was taken back; it waits for a nod again',
    'commitment-put-off': () => 'Nobody nodded that evening, so it is no promise; kept for the next one',
    'commitment-restored': () => 'Noted again; it waits to be read back',
    'commitment-joined': () => 'This promise became the answer to the matter',
    'rating-changed': () => 'Somebody changed their rating; the numbers above already say so',
    'commitment-read-back': () => 'Read back',
    'commitment-confirmed': ({ who, day, isImported }) =>
      isImported ? `Taken over from the old ledger: ${who}, by ${day}` : `${who} agreed: by ${day}`,
    'extension-asked': (facts) => `${asker(facts)} asked for ${facts.day}`,
    'extension-refused': ({ day, by }) => `${by || 'The level above'} refused ${day}`,
    'due-day-moved': ({ from, to, times, by }) =>
      `${by || 'The level above'} agreed: ${from} moved to ${to}, ${nth(times)}`,
    'due-day-recounted': ({ from, to }) => `Counted anew by the holidays: ${from} became ${to}`,
    'part-reported': () => 'A part is done',
    'photo-removed': () => 'A photo was taken away',
    'owner-linked': ({ who, unit }) => `“${who}” was linked to ${unit}`,
    'evidence-added': () => 'Evidence was added',
    'commitment-ordered': ({ by }) => `${by || 'The level above'} ordered it to be done`,
    'commitment-supervised': ({ by, supervision }) =>
      `${by || 'Supervision'} ${supervision ? SUPERVISION[supervision] : ''}`,
    'commitment-done': ({ who, day, isOnBehalf }) =>
      day
        ? isOnBehalf
          ? `Reported done by the staff for ${who}`
          : `${who} reported it done`
        : `The old ledger says that ${who} did it, not on which day`,
    'report-taken-back': () => 'Taken back: not done yet',
    'commitment-became-overdue': ({ day, times }) =>
      `${day} passed and it was not done${times > 1 ? ` (${nth(times)})` : ''}`,
    'commitment-reopened': ({ to, times }) => `Judged, and to be done again by ${to}, ${nth(times)}`,
    'commitment-settled': ({ as }) =>
      as === 'rated' ? 'Settled' : 'Settled unrated (never counted as satisfied)',
    'matter-offered': ({ from, to, isSlow }) =>
      isSlow ? `Judged twice and to be done again: ${from} handed it to ${to}` : `${from} handed it to ${to}`,
    'matter-accepted': ({ to }) => `${to} took it on`,
    'matter-returned': ({ from, to }) => `${to} sent it back to ${from}`,
    'offer-taken-back': ({ from }) => `${from} keeps it after all`,
    'acceptance-taken-back': ({ to }) => `${to} had taken it on by mistake; the offer waits again`,
    'matter-passed': ({ from, to }) => `the village moved, and what ${from} held passed to ${to}`,
    'unit-summoned': ({ from, to, unit }) => `${from} called ${unit} of ${to}`,
    'unit-came': ({ unit }) => `${unit} came`,
    'outcome-rated': () => 'Rated',
  },
  totals: ({ satisfied, acceptable, not }) =>
    `satisfied ${satisfied}, acceptable ${acceptable}, not satisfied ${not}`,
  partly: (count) => `${count} said it was done in part`,
  notDone: (count) => `${count} said it was not done`,
  rest: (what, day) => `Left: ${what}, by ${day}`,
  ownPart: (name, part) => `The part of ${name}: ${part}`,
  answerBy: (day) => `to be answered by ${day}`,
}

export const matter: MatterWords = {
  ...story,
  list: (parts) => parts.join(', '),
  toList: 'Back to the ledger',
  raised: (day) => `raised ${day}`,
  voices: (others) => (others === 1 ? '1 more asked' : `${others} more asked`),
  sameDay: 'same day',
  now: 'Today',
  pastFirstDay: (days) => `${days} ${days === 1 ? 'day' : 'days'} past the first day`,
  whatNow: 'What you can do now',
  nothingNow: 'It waits for others; nothing is asked of you now.',
  whole: 'Read it from the start',
  summoned: (unit, day) => `${unit} was called in, to come by ${day}`,
}

const CAME_BY = {
  meeting: 'at a meeting',
  form: 'opinion box',
  call: 'by phone',
  paper: 'slip of paper',
  visit: 'at a visit',
  import: 'old ledger',
} as const
const SUMS: Readonly<Partial<Record<keyof MonthSums, string>>> = {
  raised: 'raised',
  responded: 'answered',
  due: 'due',
  resolved: 'kept on time',
  overdue: 'late today',
  rated: 'rated',
  satisfied: 'satisfied or acceptable',
  unrated: 'unrated',
  declined: 'declined',
}

export const figures: FigureWords = {
  figuresTitle: 'The last six months',
  figuresWhat:
    'Counted from the ledger line by line; nobody fills anything in. About matters, never a ranking of people.',
  figuresUnreachable: 'These numbers did not arrive. Check the network and try again.',
  tooFew: 'not shown separately',
  keptBack: 'What stands for fewer than five is not shown separately, so that it points at nobody.',
  partOf: (part, whole) => `${part} of ${whole}`,
  figureSays: (title) => `${title}; the numbers stand in the table below`,
  keptTitle: 'Kept, by month',
  keptWhat: 'Filled: done by the day that stood; frame: due that month',
  ratesTitle: 'Three rates',
  ratesWhat: 'Filled: achieved; frame: called for',
  responseRate: 'Answered',
  resolutionRate: 'Kept',
  satisfactionRate: 'Satisfied',
  besideRates: (unrated, declined) =>
    `Beside these: ${unrated} unrated (never counted as satisfied), ${declined} declined`,
  agesTitle: 'How long open matters have waited',
  agesWhat: 'Since the day they were raised',
  age: (over, upTo) =>
    upTo === null ? `over ${over} days` : over === 0 ? `up to ${upTo} days` : `${over + 1}–${upTo} days`,
  channelsTitle: 'Where matters come from',
  channelsWhat: 'Raised in these six months',
  channel: (channel) => CAME_BY[channel],
  columnDue: 'Due',
  columnResolved: 'Kept on time',
  columnRate: 'Rate',
  columnOf: 'Called for',
  columnSoMany: 'Achieved',
  columnAge: 'Waited',
  columnMatters: 'Matters',
  columnChannel: 'From',
  columnPlace: 'Place',
  belowTitle: 'The places below, by name',
  placesTogether: (names) => `${names.join(', ')} (together)`,
  sumName: (name) => SUMS[name] ?? '',
}

const GROUPS = {
  red: 'Red',
  offer: 'Waiting for our answer',
  extension: 'Asking for a later day',
  late: 'Late below',
} as const
const STANDINGS = {
  overdue: 'overdue',
  soon: 'due soon',
  'on-track': 'under way',
  spoken: 'not agreed yet',
  settled: 'reported done',
} as const
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)
const matters = (count: number): string => (count === 1 ? '1 matter' : `${count} matters`)

export const waiting: WaitingWords = {
  group: (group) => GROUPS[group],
  filterPlace: 'Which villages',
  allPlaces: (place, count) => `${place}, ${count} ${count === 1 ? 'village' : 'villages'}`,
  filterGroup: 'Which kind',
  allGroups: (count) => `Waiting for me: ${count}`,
  someOf: (group, count) => `${group}: ${count}`,
  order: 'A village stands together, villages by name',
  takeAway: 'Download this table',
  fileName: (place, day) => `${place}-waiting-${day}.csv`,
  columnPlace: 'Village',
  columnMatter: 'Matter, who does it',
  columnNow: 'Day now',
  columnFirst: 'First promised',
  columnLeft: 'From today',
  columnGroup: 'Waits for',
  columnOwner: 'Who does it',
  columnAsked: 'Day asked for',
  promisedBy: (owner) => `promised by ${owner}`,
  supervisionSaid: 'supervision asked',
  answerBy: 'to answer',
  first: (day) => `first ${day}`,
  neverMoved: 'never moved',
  late: (count) => `${days(count)} late`,
  isToday: 'today',
  left: (count) => `${days(count)} left`,
  wantsLater: (day, reason) => `asks for ${day}: ${reason}`,
  wantedLater: (day) => `asked for ${day}; nobody answered and the day has come`,
  pick: 'Choose',
  picked: (count) => `${matters(count)} chosen.`,
  pickedWhat: 'The village still answers the villager.',
  giveBack: 'Return with a reason',
  giveBackReason: 'Why it goes back',
  giveBackHint: 'Say what is missing or whose it is, so that it does not come back again.',
  accept: (count) => `Accept ${matters(count)}`,
  returned: (count) => `${matters(count)} returned; the reason stands in the story.`,
  notReturned: 'Some did not go back; why stands under the row.',
  speak: 'Order it',
  speakLabel: 'What is to be done, and an answer by when',
  ask: 'Ask how far it is',
  askFirst: 'The day has come. How far is it? Please send a photo.',
  remind: 'Send a reminder',
  remindFirst: 'The day has passed. Please see to it, and say how far it is.',
  grant: 'Agree',
  refuse: 'Keep the day',
  refuseLabel: 'Why the day stays',
  saidLabel: 'What should they hear?',
  send: 'Send',
  cancel: 'Not now',
  done: 'Sent; it stands in the story.',
  nothingTitle: 'Nothing waits for you',
  nothingWhat: 'Nothing below is red, waits for an answer or is late.',
  noneHere: 'Nothing of this kind.',
  more: 'There is more in the ledger',
  unreachable: 'What waits could not be fetched. Check the network and try again.',
  today: (place) => `${place} today`,
  todayWhat: 'Counted today; each number opens its matters',
  see: (count) => `see ${count}`,
  standing: (standing) => STANDINGS[standing],
  byPlace: 'Villages by name',
  open: 'Open',
  rated: 'Judged',
  satisfied: 'Satisfied',
  tooFew: 'too few to list',
  tooFewWhat: 'Fewer than 5 are not listed, so that nobody can be recognised. Judged: in the last half year.',
  morePlaces: (count) => `${count} more ${count === 1 ? 'village' : 'villages'}`,
}

export const mail: MailWords = {
  summary: 'Reminders by mail',
  what: 'Before a day, after it, and when somebody waits for you: one mail a day at most, never at night.',
  address: 'Your address',
  set: 'Send them here',
  sending: 'Noting it…',
  waiting: (address) =>
    `A mail has gone to ${address} (at night it waits until seven). Open its link and press “It is mine”; only then it counts.`,
  on: (address) => `Reminders go to ${address}.`,
  stop: 'Stop, and erase the address',
  stopped: 'Stopped, and the address is erased.',
  undelivered: 'The last mail did not arrive in five attempts. Please look whether the address is right.',
  unreachable: 'No connection. Please try again in a while.',
}
