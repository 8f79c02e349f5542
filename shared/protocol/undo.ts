import type { RecordedEvent } from '../kernel/event.ts'
import type { CommitmentEvent } from '../commitments/commitment.ts'
import type { ConcernEvent } from '../concerns/concern.ts'
import type { AnyEvent } from './down.ts'

/** Something done on an evening that Z takes back until somebody signs. */
export interface UndoableStep {
  readonly kind: 'confirmation' | 'outcome' | 'merge' | 'unconfirmed'
  /** Of the promise or the matter. */
  readonly id: string
  readonly seq: number
}

type MatterEvent = (CommitmentEvent | ConcernEvent)['type']
type Kinds = Readonly<Partial<Record<AnyEvent['type'], UndoableStep['kind']>>>
type Step = keyof typeof STEPS
/** Events that neither are a step nor stand in its way. */
type Beside =
  | `concern-${'raised' | 'recorded' | 'described' | 'reworded' | 'promised' | 'unimported'}`
  | `concern-${'escalated' | 'put-on-agenda' | 'marked-for-next'}`
  | `commitment-${'recorded' | 'amended' | 'read-back' | 'unimported' | 'ordered' | 'supervised' | 'joined'}`
  | `commitment-${'became-overdue' | 'reopened' | 'rated' | 'settled'}`
  | `extension-${'asked' | 'refused'}`
  | 'due-day-recounted'
  | 'owner-linked'
  | 'part-reported'
  | 'evidence-added'
  | 'photo-removed'
  | 'report-taken-back'
  | 'voice-added'
  | 'slip-handed-out'

/** Which step an event is, or of which it says that it is taken back or lies behind what happened since. */
const STEPS = {
  'commitment-confirmed': 'confirmation',
  'commitment-dropped': 'unconfirmed',
  'commitment-put-off': 'unconfirmed',
  'concern-answered': 'outcome',
  'concern-referred': 'outcome',
  'concern-put-to-assembly': 'outcome',
  'concern-declined': 'outcome',
  'concern-merged': 'merge',
} as const satisfies Kinds
const ENDS: Readonly<Record<Exclude<MatterEvent, Step | Beside>, UndoableStep['kind']>> = {
  'confirmation-taken-back': 'confirmation',
  'commitment-done': 'confirmation',
  'due-day-moved': 'confirmation',
  'commitment-restored': 'unconfirmed',
  'outcome-taken-back': 'outcome',
  'concern-rated': 'outcome',
  'concern-reopened': 'outcome',
  'concern-closed': 'outcome',
  'concern-withdrawn': 'outcome',
  'merge-taken-back': 'merge',
}

/** The kinds of event that these steps are told from. */
export const UNDO_TYPES = [...Object.keys(STEPS), ...Object.keys(ENDS)]

/** What can be taken back after one more event, the last one last; hearing it twice changes nothing. */
export function evolveSteps(
  list: readonly UndoableStep[],
  { type, data, seq }: RecordedEvent<AnyEvent>,
): readonly UndoableStep[] {
  const [kind, ended] = [(STEPS as Kinds)[type], (ENDS as Kinds)[type]]
  if (!kind && !ended) return list
  const { commitmentId, concernId } = data as Partial<Record<'commitmentId' | 'concernId', string>>
  const id = commitmentId ?? concernId
  if (!id || list.some((one) => one.seq >= seq)) return list
  const rest = list.filter((one) => !(one.id === id && one.kind === (kind ?? ended)))
  return kind ? [...rest, { kind, id, seq }] : rest
}
