import type { ClosedAs, Concern } from '../../concerns/concern.ts'
import type { Day } from '../../kernel/day.ts'
import type { Instant, RecordedEvent } from '../../kernel/event.ts'
import type { MatterEvent } from './matter.ts'

export type Outcome = Pick<Concern, 'state' | 'outcome' | 'referredTo' | 'route'>

export const TURN_KINDS = ['reported', 'reopened', 'settled', 'outcome'] as const

/** What a later turn of the same promise or matter writes over: only the journal tells of it for ever. */
export interface Turn {
  readonly kind: (typeof TURN_KINDS)[number]
  /** The promise, or the matter where nothing was promised. */
  readonly subjectId: string
  readonly seq: number
  readonly at: Instant
  /** Of the report; or by which the new run ends. */
  readonly on: Day | null
  readonly text: string
  readonly outcome: Outcome | null
  readonly closedAs: ClosedAs | null
}

/** The events that turns are read from. */
export const TURN_TYPES = [
  'commitment-done',
  'report-taken-back',
  'commitment-reopened',
  'commitment-settled',
  'concern-answered',
  'concern-referred',
  'concern-put-to-assembly',
  'concern-declined',
  'outcome-taken-back',
  'concern-reopened',
  'concern-closed',
] as const satisfies readonly MatterEvent['type'][]
type TurnEvent = RecordedEvent<Extract<MatterEvent, { type: (typeof TURN_TYPES)[number] }>>

const isTurn = (event: RecordedEvent): event is TurnEvent =>
  (TURN_TYPES as readonly string[]).includes(event.type)

/** Every turn in order, without what was taken back. */
export function turnsIn(events: readonly RecordedEvent[]): readonly Turn[] {
  return events.filter(isTurn).reduce<readonly Turn[]>(withTurn, [])
}

const BARE = { on: null, text: '', outcome: null, closedAs: null } as const

function withTurn(turns: readonly Turn[], event: TurnEvent): readonly Turn[] {
  const { data, seq, recordedAt: at } = event
  const turn = { ...BARE, subjectId: 'commitmentId' in data ? data.commitmentId : data.concernId, seq, at }
  const and = (more: Partial<Turn> & Pick<Turn, 'kind'>) => [...turns, { ...turn, ...more }]
  // What becomes of a promise becomes of its matter with it.
  const isTold = (kind: Turn['kind']) => turns.at(-1)?.at === at && turns.at(-1)?.kind === kind
  switch (event.type) {
    case 'commitment-done':
      return and({ kind: 'reported', on: event.data.doneOn, text: event.words.report ?? '' })
    case 'commitment-reopened':
      return and({ kind: 'reopened', on: event.data.toOn })
    case 'concern-reopened':
      return isTold('reopened') ? turns : and({ kind: 'reopened' })
    case 'commitment-settled':
    case 'concern-closed':
      return isTold('settled') ? turns : and({ kind: 'settled', closedAs: event.data.as })
    case 'report-taken-back':
      return withoutLast(turns, turn.subjectId, 'reported')
    case 'outcome-taken-back':
      return withoutLast(turns, turn.subjectId, 'outcome')
    default:
      return and({ kind: 'outcome', outcome: outcomeIn(event) })
  }
}

function withoutLast(turns: readonly Turn[], subjectId: string, kind: Turn['kind']): readonly Turn[] {
  const last = turns.findLast((one) => one.subjectId === subjectId && one.kind === kind)
  return turns.filter((one) => one !== last)
}

type OutcomeEvent = Extract<
  TurnEvent,
  { type: `concern-${'answered' | 'referred' | 'put-to-assembly' | 'declined'}` }
>

const OUTCOMES = {
  'concern-answered': 'answered',
  'concern-referred': 'referred',
  'concern-put-to-assembly': 'assembly',
  'concern-declined': 'declined',
} as const

function outcomeIn(event: OutcomeEvent): Outcome {
  const said = { state: OUTCOMES[event.type], outcome: event.words.outcome ?? null }
  if (event.type !== 'concern-referred') return { ...said, referredTo: null, route: null }
  return { ...said, referredTo: event.words.referredTo ?? '', route: event.data.route }
}
