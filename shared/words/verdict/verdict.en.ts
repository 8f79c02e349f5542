import type { DoneAnswer, Hands, Rating, SatisfiedAnswer } from '../../ratings/rating.ts'

export const DONE: Readonly<Record<DoneAnswer, string>> = {
  done: 'done',
  partly: 'partly done',
  not: 'not done',
}
export const SATISFIED: Readonly<Record<SatisfiedAnswer, string>> = {
  satisfied: 'satisfied',
  acceptable: 'acceptable',
  not: 'not satisfied',
}

export const verdict = ({ done, satisfied }: Pick<Rating, 'done' | 'satisfied'>): string =>
  `${DONE[done]}, ${SATISFIED[satisfied]}`

export const handsCounted = ({ done, satisfied }: Hands): string =>
  [numbered(DONE, done), numbered(SATISFIED, satisfied)].join('; ')

const numbered = <Answer extends string>(
  names: Readonly<Record<Answer, string>>,
  counts: Readonly<Record<Answer, number>>,
): string => (Object.keys(names) as Answer[]).map((one) => `${names[one]} ${counts[one]}`).join(', ')
