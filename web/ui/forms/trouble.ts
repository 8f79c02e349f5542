import type { Refusal } from '../../../shared/kernel/refusal.ts'
import { refusalSentence } from '../../words/refusals.ts'

/** How the last press of a form ended, where it did not end well. */
export interface Ended {
  readonly refusal?: Refusal | undefined
  readonly isUnsent: boolean
}

/** What stands beside a form or field whose words were not accepted. */
export function troubleOf({ refusal, isUnsent }: Ended, unsent: string | undefined): string | undefined {
  if (refusal) return refusalSentence(refusal)
  return isUnsent ? unsent : undefined
}
