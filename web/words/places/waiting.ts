import type { WaitingKind } from '../../../shared/ledger/waiting.ts'
import type { LedgerStanding } from '../../../shared/ledger/ledger.ts'
import { Messages } from '../messages.svelte.ts'

export type WaitingGroup = WaitingKind | 'offer'

export interface WaitingWords {
  group: (group: WaitingGroup) => string
  filterPlace: string
  allPlaces: (place: string, count: number) => string
  filterGroup: string
  allGroups: (count: number) => string
  someOf: (group: string, count: number) => string
  order: string
  takeAway: string
  fileName: (place: string, day: string) => string
  columnPlace: string
  columnMatter: string
  columnNow: string
  columnFirst: string
  columnLeft: string
  columnGroup: string
  columnOwner: string
  columnAsked: string
  promisedBy: (owner: string) => string
  supervisionSaid: string
  answerBy: string
  first: (day: string) => string
  neverMoved: string
  late: (days: number) => string
  isToday: string
  left: (days: number) => string
  wantsLater: (day: string, reason: string) => string
  wantedLater: (day: string) => string
  pick: string
  picked: (count: number) => string
  pickedWhat: string
  giveBack: string
  giveBackReason: string
  giveBackHint: string
  accept: (count: number) => string
  returned: (count: number) => string
  notReturned: string
  speak: string
  speakLabel: string
  ask: string
  askFirst: string
  remind: string
  remindFirst: string
  grant: string
  refuse: string
  refuseLabel: string
  saidLabel: string
  send: string
  cancel: string
  done: string
  nothingTitle: string
  nothingWhat: string
  noneHere: string
  more: string
  unreachable: string
  today: (place: string) => string
  todayWhat: string
  see: (count: number) => string
  standing: (standing: LedgerStanding) => string
  byPlace: string
  open: string
  rated: string
  satisfied: string
  tooFew: string
  tooFewWhat: string
  morePlaces: (count: number) => string
}

/** What waits for the level above. */
export const waitingWords = new Messages<WaitingWords>({
  'zh-Hans': () => import('./waiting.zh-Hans.ts'),
  'zh-Hant': () => import('./waiting.zh-Hant.ts'),
  en: () => import('./waiting.en.ts'),
})
