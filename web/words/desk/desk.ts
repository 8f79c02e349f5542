import type { Day } from '../../../shared/kernel/day.ts'
import type { EverywhereWords } from '../everywhere.ts'
import { Messages } from '../messages.svelte.ts'

/** The desk outside an evening: bar, log-in, list of evenings, a new one. */
export interface DeskWords extends EverywhereWords {
  pageTitle: string
  navigation: string
  evenings: string
  roster: string
  visits: string
  catalogue: string
  days: string
  partners: string
  robots: string
  securityLog: string
  placesAndPosts: string
  ledger: string
  publicPage: string
  place: string
  logOut: string
  ownLogin: string
  passwordSetBy: (name: string | null, day: Day) => string
  setOwnPassword: string
  resetAsked: (by: string | null) => string
  notHere: string
  notHereWhat: string
  notForYou: string
  notForYouWhat: string
  /** Logged in, and the last post was taken. */
  noPost: string
  noPostWhat: string

  logInTitle: string
  logInWhat: string
  loginName: string
  password: string
  logIn: string
  loggingIn: string
  logInAgain: string
  logInAgainWhat: string
  setUpFirst: string
  setUpFirstWhat: string
  setUp: string

  tonight: string
  aboveVillages: string
  aboveVillagesWhat: string
  noneTonight: string
  noneTonightWhat: string
  planned: string
  past: string
  noEveningYet: string
  noEveningYetWhat: string
  open: string
  goOn: string
  look: string
  wall: string
  phasePlanned: string
  phaseOpen: string
  phaseClosed: string
  phaseSigned: string
  dayBefore: (days: number) => string
  showAll: (count: number) => string

  planTitle: string
  planWhat: string
  planOther: string
  phaseHalfSigned: string
  whichFormat: string
  minutesEach: (minutes: number) => string
  title: string
  heldOn: string
  beginsAt: string
  venue: string
  venuePlaceholder: string
  reschedule: string
  rescheduled: string
  today: string
  agenda: string
  agendaItem: (no: number) => string
  agendaWhat: string
  addItem: string
  newItemPlaceholder: string
  moveUp: (title: string) => string
  moveDown: (title: string) => string
  dropItem: (title: string) => string
  plan: string
  planAndOpen: string
  planning: string

  stillHere: string
  notSent: string
  onDay: (day: Day, today: Day) => string
}

export const deskWords = new Messages<DeskWords>({
  'zh-Hans': () => import('./desk.zh-Hans.ts'),
  'zh-Hant': () => import('./desk.zh-Hant.ts'),
  en: () => import('./desk.en.ts'),
})
