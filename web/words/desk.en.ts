import { everywhere } from './everywhere.en.ts'
import type { DeskWords } from './keys/desk.ts'

const ROLES = {
  facilitator: 'facilitator',
  recorder: 'recorder',
  cadre: 'village cadre',
  supervision: 'supervision',
  township: 'township',
  representative: 'villagers’ representative',
  villager: 'villager',
} as const

export const words: DeskWords = {
  ...everywhere,
  pageTitle: 'Desk',
  navigation: 'Pages',
  evenings: 'Evenings',
  roster: 'People',
  ledger: 'Ledger',
  publicPage: 'Public page',
  place: 'Which village',
  logOut: 'Log out',
  notHere: 'There is no such page',
  notHereWhat: 'The address may be mistyped, or this evening belongs to another village.',
  notForYou: 'This desk is for facilitators, recorders and cadres',
  notForYouWhat:
    'To speak, scan the code on the wall with your phone. To help run an evening, ask the facilitator to give you a post in the roster.',

  logInTitle: 'Please take a seat and log in',
  logInWhat:
    'Facilitators, recorders and cadres log in here. Villagers need no log-in: scan the code on the wall.',
  loginName: 'Log-in name',
  password: 'Password',
  logIn: 'Log in',
  loggingIn: 'Logging in …',
  logInAgain: 'Please log in once more',
  logInAgainWhat: 'Your log-in has run out. What you wrote is still here; go on after logging in.',
  setUpFirst: 'This village is not set up yet',
  setUpFirstWhat: 'Write down its name and choose a facilitator; then the first evening can begin.',
  setUp: 'Set it up',

  tonight: 'Tonight',
  noneTonight: 'Nothing is planned for tonight',
  noneTonightWhat:
    'Pick a kind of meeting and it is ready within a minute. What was promised last time comes first by itself.',
  planned: 'Planned',
  past: 'Held',
  noEveningYet: 'Plan the first evening',
  noEveningYetWhat:
    'Pick a kind of meeting, change the title and the items if you like, and press “Plan it”. On the day, one press opens it: the wall shows a code, and everybody who scans it can speak.',
  open: 'Open the evening',
  goOn: 'Back to the evening',
  look: 'Look at it',
  wall: 'Open the wall',
  phasePlanned: 'planned',
  phaseOpen: 'going on',
  phaseClosed: 'not signed yet',
  phaseSigned: 'signed',
  dayBefore: (days) => (days === 1 ? 'yesterday' : `${days} days ago`),
  showAll: (count) => `All ${count} evenings`,

  planTitle: 'Plan an evening',
  planWhat: 'Everything is filled in; change what you like.',
  whichFormat: 'Kind of meeting',
  minutesEach: (minutes) => `${minutes} minutes each`,
  title: 'Title',
  heldOn: 'Day',
  today: 'Today',
  agenda: 'What we talk about',
  agendaItem: (no) => `Item ${no}`,
  agendaWhat: 'You can add and change items during the evening too.',
  addItem: 'Add an item',
  newItemPlaceholder: 'One more: type it and press Enter',
  moveUp: (title) => `Move “${title}” up`,
  moveDown: (title) => `Move “${title}” down`,
  dropItem: (title) => `Remove “${title}”`,
  plan: 'Plan it',
  planAndOpen: 'Open it now',
  planning: 'Planning …',

  stillHere: 'What you wrote is still here. Press once more when the line is back.',
  notSent: 'It was not sent: the line seems to be down.',
  onDay: (day, today) =>
    day === today ? 'today' : `${everywhere.weekday(day)}, ${everywhere.day(day, today)}`,
}
