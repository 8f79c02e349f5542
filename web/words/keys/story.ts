import type { ClosedAs, ConcernChannel, Route } from '../../../shared/concerns/concern.ts'
import type { MatterEvent } from '../../../shared/ledger/matter.ts'

/** What a sentence of a story may name; what is not known is empty. */
export interface StoryFacts {
  readonly who: string
  /** Who decided above, by post and name as far as it is known. */
  readonly by: string
  readonly day: string
  readonly from: string
  readonly to: string
  readonly unit: string
  readonly times: number
  readonly channel: ConcernChannel
  readonly route: Route | null
  readonly meeting: string
  readonly isSlow: boolean
  readonly as: ClosedAs
}

export interface StoryWords {
  /** One sentence for each kind of step; those without one are told by another step beside them. */
  tells: Readonly<Partial<Record<MatterEvent['type'], (facts: StoryFacts) => string>>>
  totals: (counts: Readonly<Record<'satisfied' | 'acceptable' | 'not', number>>) => string
  notDone: (count: number) => string
  rest: (what: string, day: string) => string
  ownPart: (name: string, part: string) => string
  answerBy: (day: string) => string
  heldBy: (place: string) => string
  firstAt: (place: string) => string
  waitingFor: (place: string, day: string) => string
  storyLoading: string
  storyUnreachable: string
}
