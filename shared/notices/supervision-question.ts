import {
  deciderOf,
  type Commitment,
  type CommitmentEvent,
  type SupervisionKind,
} from '../commitments/commitment.ts'
import type { Day } from '../kernel/day.ts'
import type { Instant, RecordedEvent } from '../kernel/event.ts'

/** What supervision said about a promise and nobody has answered in public since. */
export interface SupervisionQuestion {
  readonly seq: number
  /** A reminder asks for the deed itself, not for words. */
  readonly kind: Exclude<SupervisionKind, 'reminder'>
  readonly said: string
  /** Their post and name, as they were called then. */
  readonly by: string
  readonly at: Instant
  /** The same as a day at the place. */
  readonly askedOn: Day
  readonly commitment: Commitment
}

export interface SupervisionView {
  readonly asOf: number
  readonly today: Day
  /** The one asked first comes first. */
  readonly questions: readonly SupervisionQuestion[]
}

type Of<Type extends CommitmentEvent['type']> = RecordedEvent<Extract<CommitmentEvent, { type: Type }>>
type Open = Omit<SupervisionQuestion, 'commitment' | 'askedOn'> &
  Pick<Of<'commitment-supervised'>['data'], 'commitmentId'>

export const QUESTION_EVENTS = [
  'commitment-supervised',
  'part-reported',
  'evidence-added',
  'commitment-done',
  'report-taken-back',
  'commitment-settled',
] as const satisfies readonly CommitmentEvent['type'][]
export type QuestionEvent = Of<(typeof QUESTION_EVENTS)[number]>

/** Any public word about the promise answers; a report that is taken back answers no longer. */
export function unansweredIn(events: readonly QuestionEvent[]): readonly Open[] {
  let open: readonly Open[] = []
  const answeredByReport = new Map<string, readonly Open[]>()
  for (const event of events) {
    const { commitmentId } = event.data
    if (event.type === 'commitment-supervised') open = [...open, ...questionIn(event)]
    else if (event.type === 'report-taken-back') {
      open = [...open, ...(answeredByReport.get(commitmentId) ?? [])]
      answeredByReport.delete(commitmentId)
    } else {
      const answered = open.filter((one) => one.commitmentId === commitmentId)
      answeredByReport.set(commitmentId, event.type === 'commitment-done' ? answered : [])
      open = open.filter((one) => one.commitmentId !== commitmentId)
    }
  }
  return [...open].sort((one, other) => one.seq - other.seq)
}

function questionIn({ data, words, seq, recordedAt: at }: Of<'commitment-supervised'>): readonly Open[] {
  const { kind, commitmentId } = data
  return kind === 'reminder'
    ? []
    : [{ seq, kind, said: words.said ?? '', by: deciderOf(words), at, commitmentId }]
}
