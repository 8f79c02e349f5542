import type { DoneAnswer, SatisfiedAnswer } from '../../../shared/ratings/rating.ts'

export interface HandsWords {
  fromBefore: string
  reported: (owner: string, day: string) => string
  count: string
  wasItDone: string
  areYouSatisfied: string
  done: (answer: DoneAnswer) => string
  satisfied: (answer: SatisfiedAnswer) => string
  hands: (count: number) => string
  twoTellers: string
  teller: (which: number) => string
  notWhole: string
  bothAgree: string
  counted: string
  cancel: string
}
