import type { ConcernKind, ConcernState } from '../../../shared/concerns/concern.ts'
import type { VisitPart } from '../../../shared/visits/visit.ts'
import { roleAt } from '../../../shared/words/terms.en.ts'
import { everywhere } from '../everywhere.en.ts'
import type { PartnersWords, RosterWords, VisitsWords } from './people.zh-Hans.ts'

const ROLES_WHAT = {
  facilitator: 'plans and runs evenings, keeps the roster, signs',
  recorder: 'writes minutes, matters and promises, signs',
  cadre: 'sees desk and ledger, reports what is done',
  supervision: 'sees desk and ledger',
  'grid-worker': 'gets what is raised in the grid first, hands up to the village',
  township: 'sees this desk and ledger',
  county: 'sees the townships and villages below, takes what is handed up',
  discipline: 'reads what is public; what was said in confidence is handed over apart',
  representative: 'named in the roster, needs no log-in',
  villager: 'named in the roster, needs no log-in',
} as const
const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

export const roster: RosterWords = {
  title: 'People',
  counts: (people, households, grids) =>
    `${count(people, 'person', 'people')}, ${count(households, 'household', 'households')}, ${count(grids, 'grid', 'grids')}`,
  find: 'Find somebody',
  findPlaceholder: 'name, household or post',
  noneFound: (text) => `Nobody found for “${text}”.`,
  empty: 'The roster is still empty',
  emptyWhat:
    'Write down who lives here: during an evening one letter then finds the person, and promises have an owner. Type them one by one, or paste a whole list.',
  noGrid: 'In no grid yet',
  noHousehold: 'no household',
  peopleIn: (people) => count(people, 'person', 'people'),
  readOnly: 'The facilitator keeps the roster; you can read it here.',
  onlyPosts: 'only those with a post',

  addOne: 'Add one person',
  addOneWhat: 'A household or grid that is new is added by itself.',
  name: 'Name',
  household: 'Household',
  householdWhat: 'door or head; may stay empty',
  grid: 'Grid',
  gridWhat: 'may stay empty',
  put: 'Add',
  putDone: (name) => `${name} is in the roster.`,

  addMany: 'Paste a list',
  addManyWhat:
    'Copy it from a spreadsheet and paste it below, or choose a CSV file. Three columns: name, household, grid; the last two may be missing.',
  pastePlaceholder: 'Li Xiuying\tEast 3\tGrid 1\nZhao Min\tEast 5\tGrid 1',
  file: 'Choose a file',
  preview: (good, wrong) =>
    wrong
      ? `${count(good, 'row is', 'rows are')} right, ${wrong} to correct`
      : `All ${count(good, 'row is', 'rows are')} right`,
  line: (line) => `Line ${line}`,
  problem: ({ code, text }) =>
    ({
      'name-missing': 'There is no name. Please add it.',
      'name-too-long': `The name “${text}” is too long: at most 30 letters.`,
      'household-too-long': `The household “${text}” is too long: at most 40 letters.`,
      'grid-too-long': `The grid “${text}” is too long: at most 40 letters.`,
      'letters-unreadable':
        'Some letters cannot be read; the file has another encoding. Please save it as UTF-8.',
      'twice-in-list': `“${text}” is in this list twice. If these are two people, write their households.`,
      'already-on-roster': `“${text}” is in the roster already and is not written twice.`,
      'identity-passed-over': `The column “${text}” holds identity numbers: it is not read and not kept.`,
      'column-unknown': `The column “${text}” is not known and will not be saved.`,
      'too-many-rows': 'At most 2000 rows at a time. Please paste the rest afterwards.',
    })[code],
  importGood: (number) => `Save the ${count(number, 'right row', 'right rows')}`,
  importing: 'Saving the list',
  imported: (number) => `${count(number, 'person is', 'people are')} in the roster now.`,
  stayBehind: (number) => `${count(number, 'row stays', 'rows stay')} here to be corrected.`,
  fileUnreadable: 'This file cannot be read. Please save it as CSV (UTF-8) and choose it again.',

  drawGrid: 'Draw a grid',
  gridName: 'Name of the grid',
  gridDrawn: (name) => `The grid “${name}” is drawn.`,

  role: (role, kind) => roleAt(role, kind),
  roleWhat: (role) => ROLES_WHAT[role],
  posts: 'Posts',
  noPost: 'No post',
  givePost: 'Give a post',
  postRole: 'What they do',
  postTitle: 'What people call it',
  postTitlePlaceholder: 'secretary, accountant …',
  postGiven: (name, title) => `${name} is ${title} now.`,
  endPost: (title) => `No longer ${title}`,
  postEnded: 'The post has ended.',
  rename: 'Rename',
  renamed: 'Renamed.',
  movedAway: 'Moved away',
  movedAwaySure: (name) =>
    `Has ${name} really moved away? What was said and promised stays; only the roster no longer lists them.`,
  movedAwayDone: (name) => `${name} is off the roster.`,
  logIn: 'Log-in',
  hasLogin: 'can log in',
  noLogin: 'No log-in yet',
  giveLogin: 'Give a log-in',
  resetWhat:
    'Forgot the password? Ask for a new log-in: somebody else with a post here (facilitator, recorder or supervision), or the level above, confirms it. It is written down, and the owner is told.',
  resetAlone:
    'Nobody else here can confirm a new log-in. Ask for it, and let the level above confirm it; where nothing stands above, whoever keeps the server runs: npm run admin -- reset-login.',
  askReset: 'Ask for a new log-in',
  resetAsked: (by, day) => `${by ?? 'Somebody'} asked for a new log-in on ${day}.`,
  resetWaits: 'Somebody else with a post here, or the level above, opens this row and confirms it.',
  resetConfirmed:
    'It is confirmed; the code was told to whoever confirmed it. If it was lost, ask once more.',
  confirmReset: 'Confirm, and show the code',
  stopReset: 'Stop it',
  resetCode: (name, days) =>
    `Give this code to ${name} and to nobody else. It is shown once, and good once within ${days} days:`,
  newPassword: 'New password',
  loginName: 'Log-in name',
  password: 'Password',
  passwordWhat: (shortest) => `At least ${shortest} letters; tell them in person`,
  loginPut: (name) => `${name} can log in.`,
  letMachineChoose: 'Choose one for me',
  tellThem: 'Write it down and hand it over; it is not shown again after closing.',
}

const PARTNER_KINDS = {
  hospital: 'hospital',
  school: 'school',
  firm: 'firm',
  charity: 'charity',
  police: 'police post',
  'law-office': 'law office',
  other: 'another unit',
} as const

export const partners: PartnersWords = {
  kind: (kind) => PARTNER_KINDS[kind],
  title: 'Partners',
  lead: 'Whom the village can ask, and what each can take on. A partner can be chosen for a promise, or for a part of one.',
  kindLabel: 'Kind',
  name: 'Name',
  takesOn: 'What it can take on',
  takesOnHint: 'For example: blood pressure, medicine brought to the door.',
  add: 'Add a partner',
  change: 'Change',
  changeOne: (name) => `Change “${name}”`,
  remove: 'Take off the list',
  removeOne: (name) => `Take “${name}” off the list`,
  save: 'Save',
  cancel: 'Not now',
  saved: 'Saved; it can be chosen for promises now.',
  removed: 'Off the list; what it promised stays.',
  undo: 'Undo',
  empty: 'No partners yet',
  emptyWhat: 'Clinic, school, firm, police post, law office: write down who can help with what.',
  readOnly: 'The facilitator keeps this list.',
  loading: 'Fetching…',
  offline: 'Not connected; what was saved is still there. Check the network and try again.',
  retry: 'Try again',
}

const PARTS: Readonly<Record<VisitPart, readonly [string, string]>> = {
  seen: ['What was seen', 'How the household fares and what is hard for it. One thing a line.'],
  need: ['What was said and asked for', 'In their own words. One thing a line.'],
  next: ['The next step', 'Who, on which day, does what.'],
}
const KNOWN_BY: Readonly<Record<ConcernKind, string>> = {
  stated: 'they said so',
  observed: 'I saw it',
  inferred: 'I gathered it',
}
const STATES: Readonly<Record<ConcernState, string>> = {
  raised: 'wording not agreed yet',
  recorded: 'waiting for an outcome',
  answered: 'answered',
  promised: 'promised',
  referred: 'referred',
  assembly: 'put to the assembly',
  declined: 'declined with a reason',
  rated: 'rated',
  closed: 'closed',
  reopened: 'reopened',
  withdrawn: 'taken back',
  merged: 'put together with another',
}

export const visits: VisitsWords = {
  ...everywhere,
  title: 'Field diary',
  whoReads:
    'Only whoever wrote it, those who went along and the facilitator can read it. Never on the wall, never public, not in the ledger.',
  write: 'Note a visit',
  writing: 'This visit',
  changing: 'Change this note',
  empty: 'Nothing noted yet',
  emptyWhat:
    'Two lines at the roadside are enough. A line that has to be dealt with becomes a matter at a press; nothing is typed twice.',
  showMore: 'Show earlier ones',
  onDay: 'Day',
  atTime: 'Time',
  grid: 'Grid',
  noGrid: 'No grid',
  door: 'Which door, or where',
  doorWhat: 'such as third house in the east',
  visited: 'Who was visited',
  visitedWhat: 'such as Uncle Sun',
  visitors: 'Who went along',
  visitorsWhat: 'Separate several with commas. Those on the roster can read this note too.',
  part: (part) => PARTS[part][0],
  partWhat: (part) => PARTS[part][1],
  keep: 'Keep',
  needsMore: 'Say who was visited and write one line of what was seen or said; then it can be kept.',
  kept: 'Noted.',
  changed: 'Changed; the earlier words are erased.',
  unsent: 'Not sent yet',
  unsentWhat: 'The words are on this device and go out as soon as there is a line.',
  discard: 'Throw away',
  wentAlong: (names) => `Went along: ${names}`,
  changedOne: 'changed',
  drop: 'Take away',
  dropSure: 'Take this note away?',
  dropWhat: 'Its words are erased and cannot be brought back. Matters that were made of it stay.',
  dropped: 'Taken away; its words are erased.',
  makeMatter: 'Make it a matter',
  makeMatterOf: (line) => `Make “${line}” a matter`,
  matterText: 'How the matter is worded',
  matterTextWhat:
    'Everybody can read this sentence. Please take out illness, hardship at home and whatever tells who it is.',
  kind: 'How it is known',
  kindOf: (kind) => KNOWN_BY[kind],
  whoRaised: 'Who raised it',
  whoRaisedWhat: 'Only the staff see it; it may stay empty.',
  agreed: 'The wording was agreed with them',
  put: 'Put it down',
  putDone: 'It is a matter now.',
  matter: (no, state) => (state ? `No. ${no} · ${STATES[state]}` : `No. ${no}`),
  tooLong: (over) => `${over} letters too many; please say it shorter.`,
}
