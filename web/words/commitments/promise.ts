import type { Day } from '../../../shared/kernel/day.ts'
import type { DayChoice, DayLimit } from '../../../shared/calendar/counting.ts'
import type { DoneWords } from '../../../shared/words/matter/done.ts'
import type { Origin } from '../../../shared/commitments/commitment.ts'
import { Messages } from '../messages.svelte.ts'

/** One promise: the strip it is written in and the card it is read from. */
export interface PromiseWords extends DoneWords {
  promise: string
  who: string
  how: string
  byWhen: string
  whoPlaceholder: string
  howPlaceholder: string
  dayPlaceholder: string
  quickDay: (key: DayChoice) => string
  dayMeans: (day: Day, today: Day, left: number) => string
  /** Said after the day. */
  dayOff: string
  dayUnannounced: string
  dayUnread: string
  dayPast: string
  notLinked: string
  whichOne: (name: string) => string
  answersWhich: string
  answersNone: string

  origin: string
  originOf: (origin: Origin) => string
  kindOfMatter: string
  kindNone: string
  within: (limit: DayLimit) => string
  kindUnit: (unit: string) => string
  kindNotOurs: (unit: string) => string
  notOnList: string
  orderedOffList: string

  together: string
  addCoOwner: string
  coOwner: string
  part: string
  partDay: string
  removeCoOwner: (name: string) => string

  readBack: string
  nodded: string
  counts: (owner: string) => string
  recordOnly: string
  amend: string
  missing: (parts: string[]) => string

  byDay: (owner: string, day: string) => string
  withOthers: (names: string) => string
  waitingToRead: string
  waitingForYes: string
  given: string
  onWallNow: string
  confirm: string
  readBackAgain: string
  readBackShort: string
  drop: string
  dropped: string
  confirmed: (owner: string) => string
  recorded: string
  isOnWall: string
  edit: string

  /** Whoever was only a name becomes somebody of the roster. */
  linkTo: (name: string) => string
  linkWhat: (name: string) => string
  linkWho: string
  linkSend: string
  linkCancel: string
  linked: string
}

/** Promises as desk and ledger speak of them. */
export const promiseWords = new Messages<PromiseWords>({
  'zh-Hans': () => import('./promise.zh-Hans.ts'),
  'zh-Hant': () => import('./promise.zh-Hant.ts'),
  en: () => import('./promise.en.ts'),
})
