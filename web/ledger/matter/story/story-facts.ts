import type { SupervisionKind } from '../../../../shared/commitments/commitment.ts'
import type { ClosedAs, ConcernChannel, Route } from '../../../../shared/concerns/concern.ts'
import type { MatterEvent } from '../../../../shared/ledger/matter/matter.ts'

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
  /** What those who supervise did. */
  readonly supervision: SupervisionKind | null
  /** It came in with an old ledger: nobody nodded to it here. */
  readonly isImported: boolean
  /** Somebody else reported it, or asked, for whoever does it. */
  readonly isOnBehalf: boolean
}

/** What another step says beside these, each with its reason in the values. */
export const TOLD_BESIDE = {
  'concern-described': 'kind, size and groups stand in the head of the matter',
  'concern-promised': 'the promise itself is told',
  'concern-rated': 'the ratings are told',
  'commitment-rated': 'the ratings are told',
  'concern-marked-for-next': 'that it was put off, or noted again, is told',
  'concern-unimported': 'what an undone import brought is gone',
  'commitment-unimported': 'what an undone import brought is gone',
  'commitment-dropped': 'a slip of the pen is nobody’s promise',
} as const satisfies Partial<Record<MatterEvent['type'], string>>
export type ToldBeside = keyof typeof TOLD_BESIDE
