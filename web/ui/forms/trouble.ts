import type { Refusal } from '../../../shared/kernel/refusal.ts'
import { refusalSentence } from '../../words/refusals.ts'

/** How the last press ended, where it did not end well. */
export interface Ended {
  readonly refusal?: (Refusal & { readonly sentence?: string }) | undefined
  readonly isUnsent: boolean
}

/** What stands beside what was pressed and not accepted; empty where it was. */
export const troubleOf = ({ refusal, isUnsent }: Ended, unsent = ''): string =>
  refusal ? refusalSentence(refusal) || (refusal.sentence ?? '') : isUnsent ? unsent : ''
