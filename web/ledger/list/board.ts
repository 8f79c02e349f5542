import { doesPartOf, type Commitment, type DueChange } from '../../../shared/commitments/commitment.ts'
import { standingOf, type Standing } from '../../../shared/commitments/standing.ts'
import type { Concern } from '../../../shared/concerns/concern.ts'
import { daysBetween, type Day } from '../../../shared/kernel/day.ts'
import type { PersonId } from '../../../shared/kernel/id.ts'
import type { LedgerCounts, LedgerSort, LedgerStanding } from '../../../shared/ledger/ledger.ts'
import type { Meeting } from '../../../shared/meetings/meeting.ts'

/** `spoken`: nobody has nodded yet, so no clock runs. */
export type Group = Standing | 'spoken'

export const GROUPS: readonly Group[] = ['overdue', 'due-soon', 'on-track', 'spoken', 'settled']

/** What the board is drawn from. */
export interface Records {
  readonly commitments: readonly Commitment[]
  readonly dueChanges: readonly DueChange[]
  readonly concerns: readonly Concern[]
  readonly meetings: readonly Meeting[]
}

/** One promise with what it answers and how its day was moved. */
export interface Matter {
  readonly commitment: Commitment
  readonly concern: Concern | null
  readonly meeting: Meeting | null
  readonly moves: readonly DueChange[]
  readonly group: Group
  /** Days from today to the present day; negative once it has passed. */
  readonly left: number
}

export type Board = Readonly<Record<Group, readonly Matter[]>>

export function groupOf(commitment: Commitment, today: Day): Group {
  return commitment.state === 'spoken' ? 'spoken' : standingOf(commitment, today)
}

/** Promises that stand in the ledger: of everybody or, with a person, those this person does a part of. */
export function promisesOf(
  commitments: readonly Commitment[],
  whose: PersonId | null,
): readonly Commitment[] {
  return commitments.filter(
    (one) => one.state !== 'dropped' && (whose === null || doesPartOf({ personId: whose }, one)),
  )
}

/** The promises by how they stand on this day, each group in the order in which it wants attention. */
export function boardOf(
  records: Records,
  whose: PersonId | null,
  today: Day,
  sort: LedgerSort = 'due',
): Board {
  const matters = promisesOf(records.commitments, whose).map((one) => matterOf(one, records, today))
  const inGroup = (group: Group) => matters.filter((matter) => matter.group === group).sort(ORDERS[sort])
  return {
    overdue: inGroup('overdue'),
    'due-soon': inGroup('due-soon'),
    'on-track': inGroup('on-track'),
    spoken: inGroup('spoken'),
    settled: sort === 'due' ? inGroup('settled').sort(byDone) : inGroup('settled'),
  }
}

export function matterOf(commitment: Commitment, records: Records, today: Day): Matter {
  return {
    commitment,
    concern: records.concerns.find(({ id }) => id === commitment.concernId) ?? null,
    meeting: records.meetings.find(({ id }) => id === commitment.meetingId) ?? null,
    moves: records.dueChanges.filter(({ commitmentId }) => commitmentId === commitment.id),
    group: groupOf(commitment, today),
    left: daysBetween(today, commitment.dueOn),
  }
}

const byDay = (a: Matter, b: Matter): number =>
  a.commitment.dueOn.localeCompare(b.commitment.dueOn) || a.commitment.id.localeCompare(b.commitment.id)

const byDone = (a: Matter, b: Matter): number =>
  (b.commitment.doneOn ?? '').localeCompare(a.commitment.doneOn ?? '') || byDay(b, a)

const ORDERS: Readonly<Record<LedgerSort, (a: Matter, b: Matter) => number>> = {
  due: byDay,
  first: (a, b) => a.commitment.firstDueOn.localeCompare(b.commitment.firstDueOn) || byDay(a, b),
  newest: (a, b) => b.commitment.recordedAt.localeCompare(a.commitment.recordedAt) || byDay(a, b),
  moved: (a, b) => b.commitment.timesMoved - a.commitment.timesMoved || byDay(a, b),
}

/** Only what says this in its title, measure or owner, or bears it as its number: as the server searches. */
export function narrowed(records: Records, q: string): Records {
  const asked = q.trim().toLowerCase()
  if (asked === '') return records
  const says = (text: string): boolean => text.toLowerCase().includes(asked)
  const isAsked = ({ concernId, measure, owner }: Commitment): boolean => {
    const concern = records.concerns.find(({ id }) => id === concernId)
    return says(measure) || says(owner) || (!!concern && (says(concern.text) || String(concern.no) === asked))
  }
  const { dueChanges, concerns, meetings } = records
  return { dueChanges, concerns, meetings, commitments: records.commitments.filter(isAsked) }
}

const STANDING_OF: Readonly<Record<Group, LedgerStanding>> = {
  overdue: 'overdue',
  'due-soon': 'soon',
  'on-track': 'on-track',
  spoken: 'spoken',
  settled: 'settled',
}

export const countsOf = (board: Board): LedgerCounts => ({
  overdue: board.overdue.length,
  soon: board['due-soon'].length,
  'on-track': board['on-track'].length,
  spoken: board.spoken.length,
  settled: board.settled.length,
})

/** The groups that were asked for; the others stay empty. */
export const onlyStanding = (board: Board, standing: LedgerStanding | null): Board =>
  standing === null
    ? board
    : (Object.fromEntries(
        GROUPS.map((group) => [group, STANDING_OF[group] === standing ? board[group] : []]),
      ) as unknown as Board)

/** Some rows of a group; one that is open is never left out. */
export function firstOf(matters: readonly Matter[], most: number, openId: string | null): readonly Matter[] {
  return matters.filter(({ commitment }, at) => at < most || commitment.id === openId)
}
