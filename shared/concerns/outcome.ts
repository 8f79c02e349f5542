import type { Instant } from '../kernel/event.ts'
import type { Concern, GivenOutcome } from './concern.ts'

/** With what it left an evening that was over then; null for nothing, or for what it was given afterwards. */
export const leftAs = (
  { settledAs, settledAt }: Pick<Concern, 'settledAs' | 'settledAt'>,
  closedAt: Instant | null,
): GivenOutcome | null =>
  settledAt !== null && (closedAt === null || settledAt <= closedAt) ? settledAs : null

/** How many of them left that evening so. */
export const countLeft = (
  concerns: readonly Concern[],
  outcome: GivenOutcome,
  closedAt: Instant | null = null,
): number => concerns.filter((one) => leftAs(one, closedAt) === outcome).length
