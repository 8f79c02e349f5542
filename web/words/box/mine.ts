import type { ConcernState } from '../../../shared/concerns/concern.ts'
import type { DoneAnswer, Judge, SatisfiedAnswer } from '../../../shared/ratings/rating.ts'
import type { TaleWords } from '../../../shared/ledger/matter/tale-words.ts'
import type { EverywhereWords } from '../everywhere.ts'
import { Messages } from '../messages.svelte.ts'

/** What became of what a phone raised; fetched when somebody wants to read it. */
export interface MineWords extends EverywhereWords, TaleWords {
  oneVillager: string
  none: string
  noneWhat: string
  bookmark: string
  lookAgain: string
  readAt: (time: string) => string
  /** No matter of this phone has the address. */
  notHere: string
  notHereWhat: string
  /** To the opinion box, for one who has raised something before. */
  sayMore: string
  state: Readonly<Record<ConcernState, string>>
  /** Reported done, and nobody has judged it. */
  stateDone: string
  holder: (place: string) => string
  offered: (place: string, day: string) => string
  mergedInto: (no: number) => string

  reopened: (day: string, by: Judge) => string
  judgedBy: (by: Judge) => string
  /** What others said, and that whoever reads it may say otherwise. */
  othersSaid: (by: Judge, done: string, satisfied: string) => string

  aboutPromise: (measure: string) => string
  isDone: string
  isSatisfied: string
  done: Readonly<Record<DoneAnswer, string>>
  satisfied: Readonly<Record<SatisfiedAnswer, string>>
  wordLabel: string
  judge: string
  judging: string
  changeAnswer: string
  askedNow: string
  mayAnswer: string
  chooseBoth: string
  youSaid: (done: string, satisfied: string) => string
  changeUntil: (day: string) => string
  silence: string
  badMeans: string

  withdraw: string
  withdrawSure: string

  waitingForYou: (count: number) => string
  pastTheDay: (count: number) => string
  fromTheStart: string
  publicPage: string
  notPublic: string
  youJoined: string

  photoNo: (nth: number) => string
  promisesTitle: string
  matters: (count: number) => string
}

export const mineWords = new Messages<MineWords>({
  'zh-Hans': () => import('./mine.zh-Hans.ts'),
  'zh-Hant': () => import('./mine.zh-Hant.ts'),
  en: () => import('./mine.en.ts'),
})
