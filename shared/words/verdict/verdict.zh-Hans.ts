import type { DoneAnswer, Hands, Rating, SatisfiedAnswer } from '../../ratings/rating.ts'

export const DONE: Readonly<Record<DoneAnswer, string>> = {
  done: '办成了',
  partly: '办成了一部分',
  not: '没办成',
}
export const SATISFIED: Readonly<Record<SatisfiedAnswer, string>> = {
  satisfied: '满意',
  acceptable: '还可以',
  not: '不满意',
}

/** What was said of an outcome, alike on every screen. */
export const verdict = ({ done, satisfied }: Pick<Rating, 'done' | 'satisfied'>): string =>
  `${DONE[done]}，${SATISFIED[satisfied]}`

/** Each answer with how many gave it. */
export const handsCounted = ({ done, satisfied }: Hands): string =>
  [numbered(DONE, done), numbered(SATISFIED, satisfied)].join('；')

const numbered = <Answer extends string>(
  names: Readonly<Record<Answer, string>>,
  counts: Readonly<Record<Answer, number>>,
): string => (Object.keys(names) as Answer[]).map((one) => `${names[one]} ${counts[one]}`).join('，')
