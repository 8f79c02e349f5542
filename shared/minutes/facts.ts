import type { Commitment } from '../commitments/commitment.ts'
import type { Concern } from '../concerns/concern.ts'
import type { AgendaItem, Erratum } from '../meetings/meeting.ts'
import type { Signature } from './minutes.ts'

/** What stands beside the text of signed minutes, as it stood when both had signed. */
export interface MinutesFacts {
  readonly version: number
  readonly erratum: Erratum | null
  readonly agenda: readonly AgendaItem[]
  readonly concerns: readonly Concern[]
  readonly commitments: readonly Commitment[]
  readonly signatures: readonly Signature[]
}
