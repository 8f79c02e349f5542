import type { Role } from '../../../shared/kernel/event.ts'
import type { RosterProblem } from '../../../shared/people/roster/roster.ts'
import { Messages } from '../messages.svelte.ts'

/** The page of people, households, grids and posts. */
export interface RosterWords {
  title: string
  counts: (people: number, households: number, grids: number) => string
  find: string
  findPlaceholder: string
  noneFound: (text: string) => string
  empty: string
  emptyWhat: string
  noGrid: string
  noHousehold: string
  peopleIn: (count: number) => string
  readOnly: string
  onlyPosts: string

  addOne: string
  addOneWhat: string
  name: string
  household: string
  householdWhat: string
  grid: string
  gridWhat: string
  put: string
  putDone: (name: string) => string

  addMany: string
  addManyWhat: string
  pastePlaceholder: string
  file: string
  preview: (good: number, wrong: number) => string
  line: (line: number) => string
  problem: (problem: RosterProblem) => string
  importGood: (count: number) => string
  importing: string
  imported: (count: number) => string
  stayBehind: (count: number) => string
  fileUnreadable: string

  drawGrid: string
  gridName: string
  gridDrawn: (name: string) => string

  role: (role: Role) => string
  roleWhat: (role: Role) => string
  posts: string
  noPost: string
  givePost: string
  postRole: string
  postTitle: string
  postTitlePlaceholder: string
  postGiven: (name: string, title: string) => string
  endPost: (title: string) => string
  postEnded: string
  rename: string
  renamed: string
  movedAway: string
  movedAwaySure: (name: string) => string
  movedAwayDone: (name: string) => string
  logIn: string
  hasLogin: string
  noLogin: string
  giveLogin: string
  resetWhat: string
  /** Nobody else here could confirm it. */
  resetAlone: string
  askReset: string
  resetAsked: (by: string | null, day: string) => string
  resetWaits: string
  resetConfirmed: string
  confirmReset: string
  stopReset: string
  resetCode: (name: string, days: number) => string
  newPassword: string
  loginName: string
  password: string
  passwordWhat: (shortest: number) => string
  loginPut: (name: string) => string
  letMachineChoose: string
  tellThem: string
}

export const rosterWords = new Messages<RosterWords>({
  'zh-Hans': () => import('./roster.zh-Hans.ts'),
  'zh-Hant': () => import('./roster.zh-Hant.ts'),
  en: () => import('./roster.en.ts'),
})
