import type { SecurityAbout, SecurityEntry } from '../../../shared/people/security/security-log.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import { roleAt, roles } from '../../../shared/words/terms.en.ts'
import { everywhere } from '../everywhere.en.ts'
import type { AccountWords, InvitedWords, PlacesWords, SecurityWords } from './places.zh-Hans.ts'

const KINDS = {
  county: 'county',
  township: 'township',
  village: 'village',
  compound: 'compound',
  grid: 'grid',
} as const
const GOVERNORS = {
  county: 'county desk',
  township: 'township desk',
  village: 'facilitator',
  compound: 'facilitator',
  grid: 'grid worker',
} as const
const ROLES_WHAT = {
  facilitator: 'plans and runs evenings, signs, keeps the roster',
  recorder: 'writes the minutes, signs too',
  cadre: 'promises, does, answers',
  supervision: 'reminds, asks for evidence, countersigns the month',
  'grid-worker': 'gets what is raised in the grid first, hands up to the village',
  township: 'sees the villages below, takes what is handed up, agrees to later days, founds and invites',
  county: 'sees townships and villages below, takes what is handed up, founds and invites',
  discipline: 'reads what is public; what was said in confidence is handed over apart',
  representative: 'stands on the roster, needs no log-in',
  villager: 'stands on the roster, needs no log-in',
} as const
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export const places: PlacesWords = {
  ...everywhere,
  title: 'Places and posts',
  tree: 'Places',
  kind: (kind) => KINDS[kind],
  below: (kind, count) =>
    kind === 'county'
      ? counted(count, 'township', 'townships')
      : kind === 'township'
        ? counted(count, 'village', 'villages')
        : count > 0
          ? counted(count, 'grid', 'grids')
          : '',
  households: (count) => counted(count, 'household', 'households'),
  nobody: (kind) => `no ${GOVERNORS[kind]} yet`,
  notCome: 'invited, not here yet',
  standsIn: (name) => `in ${name}`,
  newPlace: {
    township: 'Name of one more township',
    village: 'Name of one more village',
    grid: 'Name of one more grid',
  },
  add: 'Add',
  added: (name) => `${name} was added.`,

  rename: 'Rename',
  newName: 'New name',
  renamed: 'It has its new name.',
  move: 'Move to another township',
  moveWhat: (name) =>
    `The people, matters, minutes and days of ${name} go along, and what was before is found as it was. What the present township still holds passes to the new one.`,
  moveTo: 'Move to',
  moveNow: 'Move it',
  moved: (name, to) => `${name} now stands in ${to}.`,
  moveNothing: 'You run no other township. To move it to somebody else’s, ask the county.',

  posts: 'Who holds what',
  postsWhat: 'What is given and taken is written down; whoever it concerns can read it.',
  role: (role, kind) => roleAt(role, kind),
  roleWhat: (role) => ROLES_WHAT[role],
  noHolder: 'nobody yet',
  since: (day) => `since ${dayInWords(day, 'en')}`,
  waitingFor: 'not here yet',
  give: 'Give to …',
  giveFor: (role) => `${role}: give to …`,
  who: 'Who',
  whoWhat: 'Pick somebody of the roster, or write a new name: it is added there.',
  called: 'What people call it',
  calledWhat: 'Secretary, accountant, mayor; left out, the usual word',
  giveNow: (name) => `Give to ${name}`,
  invite: 'Send an invitation',
  giveWithout: 'Only note it, without a log-in',
  given: (name, title) => `${name} is ${title} now.`,
  takeBack: 'Take back',
  takeBackFrom: (name, title) => `Take ${title} back from ${name}`,
  takenBack: (name, title) => `${name} is not ${title} any more.`,
  takeBackInvitation: 'Take the invitation back',
  invitationTakenBack: 'The invitation is taken back; its eight letters open nothing.',

  inviteFirst: (kind) => `Invite the first ${GOVERNORS[kind]}`,
  invited: (name, title) => `${name} is invited: ${title}`,
  link: 'Send this link to them alone',
  copy: 'Copy',
  copied: 'The link is copied; paste it to them.',
  validFor: (days) => `Good for ${days} days, and only once.`,
  onlyShe: 'They choose the password themselves; you do not see it.',
  newSlip: 'Make a new invitation',
  noSlip: 'An invitation is shown only when it is made. If it is lost, make a new one: the old one ends.',
  print: 'Print the invitation',
  slipFrom: (place) => `${place} invites`,
  slipTitle: (name, place, title) => `${name}, ${title}, ${place}`,
  slipHow: (address) => `Scan it, or go to ${address} and type these eight letters.`,
  slipUntil: (day) => `Good until ${dayInWords(day, 'en')}`,

  deeds: 'Written down',
  deed: ({ kind, who, what }) =>
    ({
      'place-founded': `founded ${what}`,
      'place-renamed': `renamed to ${what}`,
      'place-moved': `moved to ${what}`,
      'levels-named': 'named the levels',
      'raiser-naming-set': 'set whether old ledgers name who raised a matter',
      'grid-drawn': `drew the grid ${what}`,
      'grid-renamed': `renamed a grid to ${what}`,
      'post-given': `${who ?? ''} took up: ${what}`,
      'post-ended': `taken back from ${who ?? ''}: ${what}`,
      'person-invited': `invited ${who ?? ''}: ${what}`,
      'invitation-taken-back': `took back the invitation of ${who ?? ''} (${what})`,
      'invitation-accepted': `${who ?? ''} came by the invitation (${what})`,
      'login-set': `set the password of ${who ?? ''}`,
      'login-reset-asked': `asked for a new log-in for ${who ?? ''}`,
      'login-reset-confirmed': `confirmed a new log-in for ${who ?? ''}`,
      'login-reset-stopped': `stopped the new log-in of ${who ?? ''}`,
    })[kind],
  deedBy: (name) => name ?? 'at set-up',
  noDeeds: 'Nothing is written down yet.',
  readOnly: 'Whoever runs this place changes it; you can read it.',
}

const BROWSERS = {
  wechat: 'WeChat',
  edge: 'Edge',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  other: 'A browser',
} as const

export const account: AccountWords = {
  title: 'My log-in',
  lead: 'What you sign is yours as long as nobody else knows your password.',
  setBy: (name, when) => `Your password was set by ${name ?? 'somebody else'}, ${when}.`,
  setByWhat: 'Before you sign or close anything, set one that only you know.',
  resetAsked: (askedBy, confirmedBy, when) =>
    `${askedBy ?? 'Somebody'} asked for a new log-in for you${confirmedBy === null ? '' : `, and ${confirmedBy} confirmed it`}, ${when}.`,
  resetAskedWhat:
    'If you did not lose your password, stop it. Until somebody uses the code nothing has changed.',
  resetDone: (askedBy, confirmedBy, when) =>
    `Your log-in was set anew, ${when}: ${askedBy ?? 'somebody'} asked for it, ${confirmedBy ?? 'somebody'} confirmed it.`,
  stopReset: 'Stop it',
  resetStopped: 'Stopped. Your log-in stays as it is.',
  setOwn: 'Set my own password',
  oldPassword: 'The password you have now',
  newPassword: 'New password',
  passwordWhat: (shortest) => `At least ${shortest} characters; a sentence that is easy to remember will do`,
  again: 'The same again',
  differ: 'The two are not the same. Please type them again.',
  save: 'Use this password',
  saved: 'Your password is changed. Other browsers were logged out; this one stays.',

  passkeys: 'Passkeys',
  passkeysWhat:
    'No password to remember: log in by finger, face or screen lock. The key stays in your phone or computer, and nobody can talk you out of it.',
  passkeysNotHere:
    'Passkeys do not work at this address: they need one that begins with https, or the server itself. Your password works as before.',
  passkeyDays: (since, lastUsedOn) =>
    lastUsedOn === null ? `added ${since}, not used yet` : `added ${since}, last used ${lastUsedOn}`,
  addPasskey: 'Add a passkey',
  passkeyAdded: 'Added. Next time press “Log in with a passkey”.',
  passkeyNotMade: 'Nothing was added, nothing has changed.',
  removePasskey: 'Remove',
  passkeyRemoved: 'Removed. Nobody logs in with it any more.',

  sessions: 'Where you are logged in',
  sessionsWhat:
    'Log out of what you do not know, or of a computer that is not yours. What nobody used for thirty days is logged out by itself.',
  browser: (browser, device) => `${BROWSERS[browser]} on a ${device}`,
  sessionDays: (since, lastUsedOn) => `since ${since}, last used ${lastUsedOn}`,
  thisOne: 'this one',
  end: 'Log out there',
  endOthers: 'Log out everywhere else',
  ended: 'Logged out.',
}

export const invited: InvitedWords = {
  ...everywhere,
  pageTitle: 'Invitation',
  codeTitle: 'Type the eight letters of your invitation',
  codeWhat: 'Small letters are fine, and the stroke between can be left out.',
  code: 'The eight letters',
  codeHint: 'For example: 4Q7M-8KXT',
  open: 'Open the invitation',
  from: (place) => `${place} invites`,
  title: (name, place, title) => `${name}: ${title}, ${place}`,
  resetTitle: (name, place) => `A new log-in for ${name}, ${place}`,
  until: (day) => `Good until ${dayInWords(day, 'en')}, once.`,
  loginName: 'Log-in name',
  loginHint: 'For logging in later: a phone number, your name, any short word.',
  password: 'Password',
  passwordHint: (shortest) => `At least ${shortest} characters. You choose it, and nobody else sees it.`,
  showPassword: 'Let me see the password',
  passwordAgain: 'Password once more',
  passwordsDiffer: 'The two are not the same. Please write it once more.',
  accept: 'Accept and go in',
  accepting: 'Opening the door …',
  otherCode: 'Other letters',
  notSent: 'It was not sent; what you wrote is still here. Check the connection and press again.',
}

const ABOUTS: Readonly<Record<SecurityAbout, string>> = {
  ...roles,
  'ledger-csv': 'the ledger as a table',
  'ledger-xlsx': 'the ledger as a workbook',
  backup: 'a whole copy of the database',
  place: 'everything of this place',
  evening: 'at an evening',
  inbox: 'in the inbox',
  matter: 'on the page of a matter',
  ledger: 'in the ledger',
  live: 'live at the desk',
  other: 'on another page',
}

const about = ({ about }: SecurityEntry): string => (about === null ? '' : ABOUTS[about])
const by = ({ by }: SecurityEntry): string => by ?? 'Somebody on no roster'

export const security: SecurityWords = {
  title: 'Security log',
  lead: 'Who logged in, who gave and took posts, who took files away and who read names that were to stay unnamed. Kept for six months. What anybody said or typed does not stand here.',
  kind: 'Show',
  all: 'everything',
  kinds: {
    'logged-in': 'log-ins',
    'log-in-failed': 'failed log-ins',
    'logged-out': 'log-outs',
    'sessions-ended': 'ended sessions',
    'login-set': 'passwords set',
    'passkey-added': 'passkeys added',
    'passkey-removed': 'passkeys removed',
    'reset-asked': 'new log-ins asked for',
    'reset-confirmed': 'new log-ins confirmed',
    'reset-stopped': 'new log-ins stopped',
    'post-given': 'posts given',
    'post-taken': 'posts taken',
    exported: 'files taken away',
    'roster-read': 'rosters read',
    'masked-read': 'masked names read',
    'person-erased': 'people erased',
    'place-removed': 'places removed',
  },
  entry: (entry) => {
    const whose = entry.who === null ? 'their own password' : `the password of ${entry.who}`
    const told: Readonly<Record<SecurityEntry['kind'], string>> = {
      'logged-in': `${by(entry)} logged in.`,
      'log-in-failed': `Somebody failed to log in ${entry.who === null ? 'under an unknown name' : `as ${entry.who}`}.`,
      'logged-out': `${by(entry)} logged out.`,
      'sessions-ended': `${by(entry)} ended other log-ins of their own.`,
      'login-set': `${by(entry)} set ${whose}.`,
      'passkey-added': `${by(entry)} added a passkey of their own.`,
      'passkey-removed': `${by(entry)} removed a passkey of their own.`,
      'reset-asked': `${by(entry)} asked for a new log-in for ${entry.who ?? 'themselves'}.`,
      'reset-confirmed': `${by(entry)} confirmed a new log-in for ${entry.who ?? 'themselves'}.`,
      'reset-stopped': `${by(entry)} stopped the new log-in of ${entry.who ?? 'their own'}.`,
      'post-given': `${entry.by ?? 'The instance'} gave ${entry.who ?? 'themselves'} the post of ${about(entry)}.`,
      'post-taken': `${entry.by ?? 'The instance'} took the post of ${about(entry)} from ${entry.who ?? 'themselves'}.`,
      exported: `${entry.by ?? 'Whoever keeps the server'} took away ${about(entry)}.`,
      'roster-read': `${by(entry)} read the roster.`,
      'masked-read': `${by(entry)} read names that were to stay unnamed, ${about(entry)}.`,
      'person-erased': 'Whoever keeps the server erased the name and log-in of one person.',
      'place-removed': 'Whoever keeps the server removed a place with everything in it.',
    }
    return told[entry.kind]
  },
  times: (count, until) => `${count} times, the last at ${until}`,
  none: 'Nothing of this kind',
  noneWhat: 'Nothing was noted here in the last six months.',
  older: 'Show older',
}
