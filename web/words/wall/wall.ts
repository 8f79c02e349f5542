import type { DoneAnswer, SatisfiedAnswer } from '../../../shared/ratings/rating.ts'
import type { EverywhereWords } from '../everywhere.ts'
import { Messages } from '../messages.svelte.ts'

export interface WallWords extends EverywhereWords {
  notBegun: string
  notBegunWhat: string
  tonight: string

  saidBy: (name: string) => string
  who: string
  how: string
  byWhen: string
  pleaseRead: (name: string) => string
  hasNodded: (name: string, left: string) => string
  vow: string

  typedBy: string
  typedByHint: string
  putDone: string
  keysHint: string

  over: string
  codeAsk: string
  codeTitle: string
  codeWhat: string
  /** Instead of the refusal, which sends people to the wall. */
  codeWrong: string
  codeNext: string
  connect: string
  signed: string
  signedWhat: string
  together: (names: string) => string
  lettersOver: (count: number) => string
  overWhat: string
  /** What was promised before, one after another. */
  review: string
  reviewHint: string
  ofAll: (count: number) => string
  nthOfAll: (no: number, count: number) => string
  ownerSays: (owner: string, measure: string) => string
  firstSaid: string
  movedNow: (times: number) => string
  againNow: string
  standsAt: string
  reportedOn: (day: string) => string
  daysLate: (days: number) => string
  notYet: string
  photo: string
  morePhotos: (count: number) => string
  raiseHands: string
  done: (answer: DoneAnswer) => string
  satisfied: (answer: SatisfiedAnswer) => string
  toBeCounted: string
  /** Below the answer whose hands are up, those behind it and those before it. */
  countedNow: string
  countedNext: string
  counted: string
  hands: string
  saidBefore: (done: string, satisfied: string) => string
  againBy: (day: string) => string
  scanToJudge: string
  reviewed: (judged: number, reopened: number) => string
  overCounts: (answered: number, promised: number, passedOn: number) => string
}

export const wallWords = new Messages<WallWords>({
  'zh-Hans': () => import('./wall.zh-Hans.ts'),
  'zh-Hant': () => import('./wall.zh-Hant.ts'),
  en: () => import('./wall.en.ts'),
})
