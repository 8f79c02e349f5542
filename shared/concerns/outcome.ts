import type { Meeting } from '../meetings/meeting.ts'
import type { Concern, GivenOutcome } from './concern.ts'

type Hours = Pick<Meeting, 'openedAt' | 'closedAt'>

/** With what it left an evening; null for nothing, or for what it was given before or afterwards. */
export const leftAs = (
  { settledAs, settledAt }: Pick<Concern, 'settledAs' | 'settledAt'>,
  { openedAt, closedAt }: Hours,
): GivenOutcome | null =>
  settledAt !== null &&
  (openedAt === null || settledAt >= openedAt) &&
  (closedAt === null || settledAt <= closedAt)
    ? settledAs
    : null

const AT_ANY_TIME: Hours = { openedAt: null, closedAt: null }

/** How many of them left that evening so. */
export const countLeft = (
  concerns: readonly Concern[],
  outcome: GivenOutcome,
  hours: Hours | null = AT_ANY_TIME,
): number => concerns.filter((one) => leftAs(one, hours ?? AT_ANY_TIME) === outcome).length

/** Which matter an event is about, and which evenings hear of it. */
export const aboutConcern = (
  { id, meetingId }: Pick<Concern, 'id' | 'meetingId'>,
  discussedAt: Pick<Meeting, 'id'> | null | undefined,
) => ({
  concernId: id,
  meetingId,
  ...(discussedAt && discussedAt.id !== meetingId ? { discussedAtId: discussedAt.id } : {}),
})
