import type { Concern } from '../concerns/concern.ts'
import type { Commitment } from './commitment.ts'

/** What was said when it was promised: the words of whoever raised the matter are nobody's promise. */
export const promisedText = (
  { verbatim, measure }: Pick<Commitment, 'verbatim' | 'measure'>,
  concern: Pick<Concern, 'text'> | null | undefined,
): string => (verbatim.trim() === concern?.text.trim() ? measure : verbatim)
