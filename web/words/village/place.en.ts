import { type Trouble, troubleOf } from '../../../shared/notices/trouble.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import { everywhere } from '../everywhere.en.ts'
import type { CatalogueWords, PlaceWords } from './place.zh-Hans.ts'

const ROBOTS = { wecom: 'WeCom', dingtalk: 'DingTalk', feishu: 'Feishu' } as const
const WHERE = {
  wecom: 'Group settings → Group robots → Add; paste the whole address here.',
  dingtalk:
    'Group settings → Group assistant → Custom robot; choose “sign” as its security and paste address and secret here.',
  feishu:
    'Group settings → Group robots → Custom robot; tick “signature check” and paste address and secret here.',
} as const
const WHY: Readonly<Record<Trouble, string>> = {
  timeout: 'no answer came',
  unreachable: 'it could not be reached',
  unclear: 'its answer made no sense',
  'secret-lost':
    'the stored address cannot be opened (its key did not come along to this machine); please set it again',
  'address-gone': 'the group’s address no longer holds; please set the new one',
  settings: 'its security settings do not fit (signature or key word); please check the secret',
  'too-often': 'too many messages at once, so it held this one back',
  'mailbox-unknown': 'there is no such mailbox; please ask its owner for the right address',
  'mailbox-full': 'the mailbox is full',
  'mail-log-in': 'this instance cannot log in to its mail server; please tell whoever runs it',
  later: 'it cannot take anything just now; please try later',
  refused: 'it was not taken',
}

const NOTICES = {
  blue: 'due soon',
  yellow: 'late',
  red: 'the level above is asked to order',
  rating: 'asked to judge',
  offer: 'a matter handed over',
  'offer-late': 'a matter handed over waits',
  supervision: 'supervision asks',
} as const

export const place: PlaceWords = {
  ...everywhere,
  readOnly: 'You can look; to change something please ask the facilitator.',
  done: 'Saved.',

  levelsTitle: 'What the levels are called',
  levelsWhat:
    'Write them as people here say them; an empty one keeps the usual word. The ledger, every matter’s story and the public pages follow.',
  levelOf: (usual) => `What you call the ${usual}`,
  changeLevels: 'Change the names',
  putLevels: 'Use these names',
  levelsPut: 'The names are changed.',

  raisersTitle: 'Old ledgers: are those who raised matters named?',
  raisersWhat:
    'An old ledger says who raised what. Usually public pages say “a villager” and only the staff read the name. This holds for rows that come in from now on.',
  raisersMasked: 'Now: not named',
  raisersNamed: 'Now: named',
  nameRaisers: 'Name them in public',
  maskRaisers: 'Do not name them in public',
  raisersPut: 'Done. Rows that come in from now on follow it.',

  addKind: 'Add a kind of matter',
  changeKind: (name) => `Change “${name}”`,
  dropKind: 'Take this kind away',
  dropKindSure: (name) => `Take “${name}” away?`,
  dropKindWhat: 'It is not listed from the next version on; earlier versions keep it.',
  stance: 'Does the village do it',
  limitNone: 'agreed each time',
  limitWorking: 'working days',
  limitNatural: 'days, days off included',
  limitCount: 'How many days',
  guidanceWhat: 'What to bring, whom to ask, in which steps: for somebody who never did it.',
  putKind: 'Save as a new version',
  kindPut: 'Saved; the public page shows the new version.',
  kindDropped: 'Taken away.',
  firstKind: 'Write the first kind',
  firstKindWhat:
    'Begin with what is asked most: whom to ask about a street lamp, and how long it takes. Promises take their day from here.',

  daysTitle: 'Holidays and market days',
  daysLead:
    'Working days of promises are counted by this page. A day that was promised never moves by itself.',
  calendarVersion: (version) => `Calendar ${version}`,
  monthBefore: 'Month before',
  monthAfter: 'Month after',
  month: (first) => dayInWords(first, 'en', '0001-01-01').replace(/^1 /, ''),
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  dayIs: (kind) => (kind === 'work' ? 'worked' : 'off'),
  ownMark: 'marked here',
  markThem: (count) => `${count} ${count === 1 ? 'day' : 'days'} chosen`,
  markHint: 'Press days to choose them, several at once: market, harvest and fair days can be days off.',
  markAs: 'Mark as',
  mark: (mark) => ({ rest: 'off', work: 'worked', usual: 'as the country says' })[mark],
  markSource: 'Why',
  markSourceWhat: 'market every fifth day, harvest …',
  putMarks: 'Mark',
  marked: 'Marked. What is counted from now on follows it; promised days stay.',
  holidays: 'Holidays of the country',
  holidayOf: (year) => `${year}`,
  announcedOn: (day) => `announced on ${dayInWords(day, 'en', '0001-01-01')}`,
  typedIn: 'typed in here',
  provisional: (year) => `${year} is not announced yet`,
  provisionalWhat:
    'Until then weekends and the days named by law are off, and what is counted is provisional.',
  announce: (year) => `Type in ${year}`,
  announceRest: 'Days off',
  announceWork: 'Worked in exchange',
  announceWhat: 'One stretch a line, such as 2027-02-06 to 2027-02-12; worked days one a line.',
  announceSource: 'Number of the notice',
  announced: (year) => `The holidays of ${year} are typed in.`,
  announceWrong: (text) => `“${text}” cannot be read; please write 2027-02-06 to 2027-02-12.`,
  bothDays: 'The calendar changed, and these days would be others',
  bothDaysWhat: 'A day that was promised never moves by itself. Count again one by one where it should.',
  stands: (day, today) => `now ${everywhere.day(day, today)}`,
  wouldBe: (day, today) => `by the new calendar ${everywhere.day(day, today)}`,
  countAgain: 'Count again',
  countAgainFor: (owner) => `Count again what ${owner} promised, by the new calendar`,
  countedAgain: 'Counted again; both days stay in the record.',
  noBothDays: 'Since the calendar changed, no promised day would be another one.',

  robotsTitle: 'Group robots',
  robotsLead:
    'What is late is told to the group once a day, never from nine in the evening to seven in the morning, and only what everybody in it may read.',
  robotKind: (kind) => ROBOTS[kind],
  robotWhere: (kind) => WHERE[kind],
  robotAddress: 'Address of the robot',
  robotAddressWhat: 'The address is the key to the group; once kept it is never shown again.',
  robotSecret: 'Its signing secret',
  robotSecretWhat: 'Leave it empty where none is set.',
  robotLanguage: 'Language',
  addRobot: 'Add a group',
  putRobot: 'Add',
  robotPut: 'Added; the next reminder goes to this group too.',
  robotEnding: (ending) => `ends in ${ending}`,
  robotSigned: 'signed',
  robotSetOn: (day, today) => `added on ${everywhere.day(day, today)}`,
  removeRobot: 'Take away',
  removeRobotSure: 'Stop telling this group?',
  removeRobotWhat: 'The address and the secret are erased with it.',
  robotRemoved: 'Taken away; its address is erased.',
  noRobot: 'No group yet',
  noRobotWhat: 'Add a robot in a group and paste its address here. Then everybody there knows what is late.',
  noDelivery: 'Nothing was told to this group yet.',
  delivery: (state) =>
    ({
      waiting: 'waiting',
      sent: 'told',
      'given-up': 'not delivered',
      needless: 'done by then, so not told',
    })[state],
  deliveryTries: (count) => `${count} ${count === 1 ? 'try' : 'tries'}`,
  deliveryNext: (time) => `again at ${time}`,
  deliveryWhy: (outcome) => {
    const trouble = troubleOf(outcome)
    if (trouble === null) return 'it arrived'
    const number = /\d+$/.exec(outcome)?.[0]
    return number ? `${WHY[trouble]} (${number})` : WHY[trouble]
  },
  testRobot: 'Send a test',
  tested: (why) =>
    why === null ? 'It went out; please look whether the group has it.' : `It did not go out: ${why}.`,
  undeliveredTitle: 'Not delivered in the last thirty days',
  undeliveredLead:
    'A robot’s address that no longer holds, or a wrong mail address. Put it right, then send again.',
  noneUndelivered: 'Everything of the last thirty days arrived.',
  byMail: (name) => `${name} · mail`,
  somebodyByMail: 'Somebody · mail',
  forThemAlone: 'a reminder for them alone',
  noticeKind: (kind) => NOTICES[kind],
  listComma: ', ',
  sendAgain: 'Send again',
  waitsAgain: 'It waits for its turn; what still holds is sent.',
}

const days = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

export const catalogue: CatalogueWords = {
  title: 'What we take on and what not',
  lead: 'For each kind of matter: whom to ask, how long it takes, what to bring. Every change is a version of its own; earlier ones can be looked up.',
  takesOn: 'The village takes on',
  takesOnWhat: 'Ask the village.',
  notOurs: 'Not for the village',
  notOursWhat: 'The village cannot do these, and they may not be handed to it; whom to ask is said here.',
  kind: 'Kind of matter',
  unit: 'Whom to ask',
  level: 'Level',
  levelName: {
    county: 'county',
    township: 'township',
    village: 'village',
    compound: 'compound',
    grid: 'grid',
  },
  limit: 'Done within',
  limitIn: (limit) =>
    limit === null ? 'agreed each time' : days(limit.count, limit.unit === 'working' ? 'working day' : 'day'),
  guidance: 'How it goes',
  version: (version) => `Version ${version}`,
  olderVersion: (version) => `This is version ${version}; it was changed later.`,
  newest: 'Read the present one',
  empty: 'Nothing is written yet. Tell the facilitator, or say it at a meeting.',
  seePublic: 'The page that everybody sees',
}
