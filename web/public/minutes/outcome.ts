import type { Concern } from '../../../shared/concerns/concern.ts'
import type { PublicWords } from '../../../shared/words/public/public.ts'

/** With what a matter left, in words. */
export function outcomeOf(concern: Concern, words: PublicWords): string {
  switch (concern.state) {
    case 'raised':
    case 'recorded':
      return words.raised
    case 'answered':
      return words.answered
    case 'promised':
      return words.promisedState
    case 'referred':
      return words.referred(concern.referredTo ?? '')
    case 'assembly':
      return words.assemblyState
    case 'declined':
      return words.declined
    case 'reopened':
      return words.reopenedState
    case 'withdrawn':
      return words.withdrawnState
    case 'merged':
      return words.mergedState
    case 'rated':
    case 'closed':
      return words.closedState
  }
}
