import { addDays, type Day } from '../kernel/day.ts'
import { isReportedDone, type Commitment } from './commitment.ts'

export const DUE_SOON_DAYS = 7

export type Standing = 'overdue' | 'due-soon' | 'on-track' | 'settled'

/** The only place where "overdue" is defined: a fact about today, never stored. */
export function standingOf(commitment: Pick<Commitment, 'state' | 'dueOn'>, today: Day): Standing {
  if (isReportedDone(commitment) || commitment.state === 'dropped') return 'settled'
  if (commitment.dueOn < today) return 'overdue'
  return commitment.dueOn <= addDays(today, DUE_SOON_DAYS) ? 'due-soon' : 'on-track'
}
