import type { DayEntry } from '../calendar/ics.ts'
import { doesPartOf, type Commitment, type DueChange } from '../commitments/commitment.ts'
import { isolated } from '../kernel/text/isolates.ts'
import type { Day } from '../kernel/day.ts'
import type { PersonId } from '../kernel/id.ts'

export interface CalendarWords {
  readonly mineOf: (name: string) => string
  readonly unitOf: (place: string) => string
  readonly byOwner: (owner: string, measure: string) => string
  readonly about: (concern: string) => string
  readonly who: (owners: readonly string[]) => string
  readonly firstDay: (day: string) => string
  readonly moved: (times: number) => string
  readonly ownPart: (part: string) => string
}

export interface EntrySource {
  readonly commitment: Commitment
  readonly concern: string | null
  readonly dueChanges: readonly DueChange[]
}

const SITE = 'liangting'

/** One running promise as a whole day; for a co-owner the day of their own part, and none once that is done. */
export function entryOf(
  { commitment, concern, dueChanges }: EntrySource,
  whose: PersonId | null,
  words: CalendarWords,
): DayEntry | null {
  const part = ownPartOf(commitment, whose)
  if (part === 'done') return null
  const { id, measure, owner, coOwners, firstDueOn, timesMoved } = commitment
  const lines = [
    concern && words.about(concern),
    words.who([owner, ...coOwners.map(({ name }) => name)]),
    part && words.ownPart(part.part),
    words.firstDay(firstDueOn),
    timesMoved > 0 && words.moved(timesMoved),
  ]
  const lastChange = dueChanges.at(-1)?.movedAt
  return {
    uid: `${id}@${SITE}`,
    onDay: dayOf(commitment, part?.dueOn ?? null),
    summary: whose === null ? words.byOwner(owner, measure) : isolated(measure),
    description: lines.filter(Boolean).join('\n'),
    sequence: dueChanges.length,
    changedAt: lastChange ?? commitment.confirmedAt ?? commitment.recordedAt,
  }
}

const dayOf = ({ dueOn }: Commitment, partDueOn: Day | null): Day => partDueOn ?? dueOn

/** The part that is still to be done; null for its owner, or where nobody in particular looks. */
function ownPartOf(commitment: Commitment, whose: PersonId | null) {
  if (whose === null || commitment.ownerId === whose) return null
  if (!doesPartOf({ personId: whose }, commitment)) return 'done'
  const own = commitment.coOwners.filter(({ personId }) => personId === whose)
  return own.find(({ doneOn }) => doneOn === null) ?? 'done'
}
