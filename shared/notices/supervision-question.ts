import { deciderOf, type Commitment, type CommitmentEvent } from '../commitments/commitment.ts'
import type { Day } from '../kernel/day.ts'
import type { Instant, RecordedEvent } from '../kernel/event.ts'

/** A reminder asks for the deed itself, not for words. */
export const QUESTION_KINDS = ['comment', 'evidence-request', 'later-day-refused'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** What was said from above about a promise and nobody has answered in public since. */
export interface SupervisionQuestion {
  readonly seq: number
  readonly kind: QuestionKind
  /** Of a refusal its reason. */
  readonly said: string
  /** The later day that was refused. */
  readonly refusedDueOn: Day | null
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
  'extension-refused',
  'extension-asked',
  'due-day-moved',
  'commitment-reopened',
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
    const isOfIt = (one: Open): boolean => one.commitmentId === commitmentId
    switch (event.type) {
      case 'commitment-supervised':
        open = [...open, ...questionIn(event)]
        break
      case 'extension-refused':
        open = [...open, refusalIn(event)]
        break
      // Another day is asked for or stands: what was refused before is no news.
      case 'extension-asked':
      case 'due-day-moved':
      case 'commitment-reopened':
        open = open.filter((one) => !isOfIt(one) || one.kind !== 'later-day-refused')
        break
      case 'report-taken-back':
        open = [...open, ...(answeredByReport.get(commitmentId) ?? [])]
        answeredByReport.delete(commitmentId)
        break
      case 'part-reported':
      case 'evidence-added':
      case 'commitment-done':
      case 'commitment-settled':
        answeredByReport.set(commitmentId, event.type === 'commitment-done' ? open.filter(isOfIt) : [])
        open = open.filter((one) => !isOfIt(one))
    }
  }
  return [...open].sort((one, other) => one.seq - other.seq)
}

function questionIn({ data, words, seq, recordedAt: at }: Of<'commitment-supervised'>): readonly Open[] {
  const { kind, commitmentId } = data
  if (kind === 'reminder') return []
  return [{ seq, kind, said: words.said ?? '', refusedDueOn: null, by: deciderOf(words), at, commitmentId }]
}

const refusalIn = ({ data, words, seq, recordedAt: at }: Of<'extension-refused'>): Open => ({
  ...{ seq, kind: 'later-day-refused', said: words.reason ?? '', refusedDueOn: data.dueOn },
  ...{ by: deciderOf(words), at, commitmentId: data.commitmentId },
})
