import type { Day } from '../../../shared/kernel/day.ts'
import type { LedgerSort, LedgerStanding } from '../../../shared/ledger/ledger.ts'
import type { DoneWords } from '../../../shared/words/matter/done.ts'
import type { PlaceKind } from '../../../shared/places/place.ts'
import type { Group } from '../../ledger/list/board.ts'
import type { Outcome } from '../../ledger/figures/months.ts'
import type { ActWords } from '../matter/acts.ts'
import type { EverywhereWords } from '../everywhere.ts'
import type { HandedWords } from '../matter/handed.ts'
import type { StoryWords } from '../matter/story.ts'
import type { ToolWords } from './tools.ts'
import { Messages } from '../messages.svelte.ts'

export interface LedgerWords
  extends EverywhereWords, ActWords, StoryWords, HandedWords, ToolWords, DoneWords {
  pageTitle: string
  mineTitle: string
  wholeTitle: string
  today: (day: Day) => string
  whose: string
  mine: string
  /** `level`: what the place calls itself, where it is not the usual word. */
  whole: (kind: PlaceKind, level?: string) => string
  /** What the place itself promised, beside what those below did. */
  unit: string
  below: string
  search: string
  searchHint: string
  whichStanding: string
  everyStanding: string
  standing: (standing: LedgerStanding) => string
  sortBy: string
  sort: (sort: LedgerSort) => string
  monthSheet: string
  nothingFound: string
  nothingFoundWhat: string
  showEverything: string
  showMore: string
  belowEmpty: string
  belowEmptyWhat: string
  belowUnreachable: string
  whichPlace: string
  navigation: string
  desk: string
  publicPage: string

  group: (group: Group) => string
  spokenWhat: string
  columnMatter: string
  columnFirst: string
  columnNow: string
  columnLeft: string
  columnDone: string
  firstDay: string
  presentDay: string
  raisedBy: (name: string | null) => string
  concernNo: (no: number) => string
  moved: (times: number) => string
  notReadBack: string
  waitingForYes: string
  doneDayUnknown: string
  /** Against the first day that was named. */
  doneLate: (days: number) => string
  doneInTime: string
  showAll: (count: number) => string
  showFewer: string

  verbatim: string
  together: string
  inCharge: string
  byDay: (day: string) => string
  story: string
  sameEvening: string
  storyRaised: (name: string | null, meeting: string) => string
  storyPromised: (owner: string) => string
  storyHow: (measure: string, day: string) => string
  storyMoved: (from: string, to: string, by: string) => string
  because: (reason: string) => string

  ownerMayNotMove: string
  staffMayNotMove: string
  toEvening: string
  notSent: string
  sending: string

  afraid: string
  afraidWhat: string
  chartTitle: string
  chartWhat: string
  chartWorth: (count: number) => string
  chartSays: (from: string, to: string) => string
  outcome: (outcome: Outcome) => string
  asTable: string
  month: (from: Day) => string
  columnMonth: string
  keysHint: string

  emptyTitle: string
  emptyWhat: string
  emptyAction: string
  mineEmptyTitle: string
  mineEmptyWhat: string
  mineEmptyAction: string
  logInTitle: string
  logInWhat: string
  logIn: string
  sessionOver: string
  sessionOverWhat: string
  noPlaceTitle: string
  noPlaceWhat: string
  unreachableTitle: string
  unreachableWhat: string
}

export const ledgerWords = new Messages<LedgerWords>({
  'zh-Hans': () => import('./ledger.zh-Hans.ts'),
  'zh-Hant': () => import('./ledger.zh-Hant.ts'),
  en: () => import('./ledger.en.ts'),
})
