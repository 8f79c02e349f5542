import type { Commitment } from '../../commitments/commitment.ts'
import type { Instant } from '../../kernel/event.ts'
import { hourOf } from '../../kernel/rounding.ts'
import type { JudgedAt } from '../../ratings/rating.ts'
import type { Turn } from './turns.ts'

/** Others know the hour only: within it, whatever was judged had been promised and reported before. */
export function afterWhatItIsAbout(
  { commitmentId, at }: Pick<JudgedAt, 'commitmentId' | 'at'>,
  commitments: readonly Commitment[],
  turns: readonly Turn[],
): Instant {
  const promised = commitments.find(({ id }) => id === commitmentId)?.confirmedAt ?? ''
  const reported = turns.filter(({ kind, subjectId }) => kind !== 'settled' && subjectId === commitmentId)
  const before = [promised, ...reported.map((one) => one.at)].filter(
    (one) => one !== '' && hourOf(one) === at,
  )
  return before.reduce((latest, one) => (one > latest ? one : latest), at)
}
