import type { Day } from '../../../shared/kernel/day.ts'
import type { DoneWords } from '../../../shared/words/matter/done.ts'
import { Messages } from '../messages.svelte.ts'

/** The text of an evening: written at the desk, read on every screen. */
export interface MinutesWords extends DoneWords {
  text: string
  placeholder: string
  loading: string
  /** The network lets pages through and no sockets. */
  blockedTitle: string
  blockedWhat: string
  unreachedWhat: string
  failed: string
  retry: string
  readOnly: string
  frozen: string
  tooOld: string
  empty: string

  savedAt: (time: string) => string
  saving: (count: number) => string
  cutOff: string
  cutOffWith: (count: number) => string
  /** Behind what is not sent: it lies on this machine at least, or not even that. */
  keptHere: string
  notKept: string
  writing: (names: readonly string[]) => string

  restoredTitle: string
  restoredWhat: string
  restoredGoOn: string

  colon: string
  asideTitle: string
  asideWhy: (why: string, time: string) => string
  asideComparing: string
  asideAtRisk: string
  asideCopy: string
  asideCopied: string
  asideAgain: string
  asideDiscard: string
  asideDiscardAsk: string
  asideDiscardWhat: (lines: number) => string
  asideKeep: string

  history: string
  historyLoading: string
  historyUnreachable: string
  historyEmpty: string
  pointKind: (kind: string) => string
  pointOf: (name: string, time: string, by: string) => string
  compareWith: string
  asItIsNow: string
  nothingChanged: string
  changes: (count: number) => string
  linesSame: (count: number) => string
  lineBecame: (kind: 'added' | 'gone' | 'changed') => string
  restorePoint: string
  restoreKeeps: string
  restoredPoint: string
  undo: string
  nameNow: string
  namePoint: string
  nameOnceSaved: string
  nameExample: string
  giveName: string
  close: string

  nthItem: (count: number) => string
  nowTalking: string
  movedOn: (title: string) => string
  goOnThere: string
  startedAt: (time: string) => string

  markConcern: string
  markPromise: string
  changeSpeaker: string
  speaker: string
  speakerNone: string
  lineActions: string

  /** Chips. */
  concernRaised: (no: number, text: string) => string
  concernAnswered: (no: number) => string
  concernPromised: (no: number) => string
  concernReferred: (no: number) => string
  concernDeclined: (no: number) => string
  concernAssembly: (no: number) => string
  concernReopened: (no: number) => string
  concernWithdrawn: (no: number) => string
  concernMerged: (no: number) => string
  concernClosed: (no: number) => string
  promiseSpoken: string
  promiseReadBack: string
  promiseOpen: (day: Day, today: Day) => string
  promiseLate: (days: number) => string
  promiseDropped: string
  chipUnknown: string
}

export const minutesWords = new Messages<MinutesWords>({
  'zh-Hans': () => import('./minutes.zh-Hans.ts'),
  'zh-Hant': () => import('./minutes.zh-Hant.ts'),
  en: () => import('./minutes.en.ts'),
})
