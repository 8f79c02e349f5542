import { roles } from '../../../shared/words/roles.en.ts'
import { dayInWords } from '../../../shared/words/days.ts'
import { everywhere } from '../everywhere.en.ts'
import type { PlacesWords } from './places.ts'

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

export const words: PlacesWords = {
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
  role: (role) => roles[role],
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
