import { isReportedDone, type Commitment } from '../../shared/commitments/commitment.ts'
import { standingOf } from '../../shared/commitments/standing.ts'
import type { Concern } from '../../shared/concerns/concern.ts'
import { daysBetween, type Day } from '../../shared/kernel/day.ts'
import { firstGraphemes, graphemeLength } from '../../shared/kernel/text/text.ts'
import type { MinutesWords } from '../words/meeting.zh-Hans.ts'

/** What a chip says and how loudly. */
export interface ChipLabel {
  readonly text: string
  readonly tone: 'plain' | 'promise' | 'late' | 'kept'
}

export interface Rows {
  readonly concerns: readonly Concern[]
  readonly commitments: readonly Commitment[]
  readonly today: Day
}

const MAX_TOPIC_LENGTH = 8

/** Draws a chip from its row, never from the text; a row that is not here yet says so little. */
export const chipLabels =
  (rows: Rows, words: MinutesWords) =>
  (kind: 'concern' | 'promise', id: string): ChipLabel => {
    if (kind === 'concern') {
      const concern = rows.concerns.find((one) => one.id === id)
      return { text: concern ? concernText(concern, words) : words.chipUnknown, tone: 'plain' }
    }
    const commitment = rows.commitments.find((one) => one.id === id)
    return commitment
      ? promiseFace(commitment, rows.today, words)
      : { text: words.chipUnknown, tone: 'plain' }
  }

function concernText({ no, state, text }: Concern, words: MinutesWords): string {
  switch (state) {
    case 'raised':
    case 'recorded': {
      const topic = firstGraphemes(text, MAX_TOPIC_LENGTH)
      return words.concernRaised(no, graphemeLength(text) > MAX_TOPIC_LENGTH ? `${topic}…` : topic)
    }
    case 'answered':
      return words.concernAnswered(no)
    case 'promised':
      return words.concernPromised(no)
    case 'referred':
      return words.concernReferred(no)
    case 'declined':
      return words.concernDeclined(no)
    case 'assembly':
      return words.concernAssembly(no)
    case 'reopened':
      return words.concernReopened(no)
    case 'withdrawn':
      return words.concernWithdrawn(no)
    case 'merged':
      return words.concernMerged(no)
    case 'rated':
    case 'closed':
      return words.concernClosed(no)
  }
}

function promiseFace(commitment: Commitment, today: Day, words: MinutesWords): ChipLabel {
  const { state, readBackAt, dueOn } = commitment
  if (state === 'dropped') return { text: words.promiseDropped, tone: 'plain' }
  if (isReportedDone(commitment)) return { text: words.doneName(commitment), tone: 'kept' }
  if (state === 'spoken')
    return { text: readBackAt === null ? words.promiseSpoken : words.promiseReadBack, tone: 'promise' }
  const isLate = standingOf(commitment, today) === 'overdue'
  return isLate
    ? { text: words.promiseLate(daysBetween(dueOn, today)), tone: 'late' }
    : { text: words.promiseOpen(dueOn, today), tone: 'kept' }
}
