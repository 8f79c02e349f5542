import type { ToldRefusal } from '../sync/ask.ts'
import { refusalSentence } from './refusals.ts'

/** Why the last press did not arrive, in a sentence; empty where it did. */
export const troubleIn = (
  { refusal, isUnsent }: { readonly refusal?: ToldRefusal; readonly isUnsent: boolean },
  unsent: string,
): string => (refusal ? refusalSentence(refusal) || refusal.sentence : isUnsent ? unsent : '')
