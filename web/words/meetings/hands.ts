import type { DoneAnswer, RatingChannel, SatisfiedAnswer } from '../../../shared/ratings/rating.ts'
import { Messages } from '../messages.svelte.ts'

interface Said {
  readonly channel: RatingChannel
  readonly done: DoneAnswer
  readonly satisfied: SatisfiedAnswer
}

export interface CountedHands {
  readonly done: Readonly<Record<DoneAnswer, number>>
  readonly satisfied: Readonly<Record<SatisfiedAnswer, number>>
  readonly tellers: readonly string[]
}

export interface HandsWords {
  fromBefore: string
  judged: (judged: number, of: number) => string
  reportedOn: (day: string) => string
  dueOn: (day: string) => string
  late: (days: number) => string
  again: (day: string) => string
  /** Who judged, by which way, and what they said. */
  said: (answers: Said) => string
  firstDay: (day: string) => string
  nowDay: (day: string) => string
  photo: string
  judgeIt: string
  hallJudges: string
  /** While hands are counted: each answer with its number so far. */
  handsUp: (counts: readonly string[]) => string
  next: string
  lastOfThem: string
  /** The line in the minutes. */
  inMinutes: (measure: string, counted: CountedHands) => string
  count: string
  wasItDone: string
  areYouSatisfied: string
  done: (answer: DoneAnswer) => string
  satisfied: (answer: SatisfiedAnswer) => string
  hands: (count: number) => string
  twoTellers: string
  teller: (which: number) => string
  notWhole: string
  notNumbers: string
  /** While a count was under way, it was judged in another way. */
  nothingToCount: (measure: string, standing: string) => string
  runsUntil: (day: string) => string
  bothAgree: string
  counted: string
  cancel: string
  /** Another desk counts, or one that went away. */
  countedElsewhere: string
  endCount: string
}

/** Judging what was promised before, by hands in the hall. */
export const handsWords = new Messages<HandsWords>({
  'zh-Hans': () => import('./hands.zh-Hans.ts'),
  'zh-Hant': () => import('./hands.zh-Hant.ts'),
  en: () => import('./hands.en.ts'),
})
