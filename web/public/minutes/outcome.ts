import type { Concern, ConcernState } from '../../../shared/concerns/concern.ts'
import { leftAs } from '../../../shared/concerns/outcome.ts'
import type { Meeting } from '../../../shared/meetings/meeting.ts'
import type { PublicWords } from '../../../shared/words/public.zh-Hans.ts'

const OVER_SINCE: readonly ConcernState[] = ['rated', 'reopened', 'closed']

/** What a matter was given after both had signed. */
export const outcomeSince = (concern: Concern, words: PublicWords): string =>
  concern.settledAs === 'answered'
    ? words.answeredSince
    : outcomeOf(concern, { openedAt: null, closedAt: null }, words)

/** With what a matter left the evening, in words; that it was judged or closed later stands on its own page. */
export function outcomeOf(
  concern: Concern,
  hours: Pick<Meeting, 'openedAt' | 'closedAt'>,
  words: PublicWords,
): string {
  const { state } = concern
  switch (OVER_SINCE.includes(state) ? (leftAs(concern, hours) ?? state) : state) {
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
