import type { Day } from '../../kernel/day.ts'
import type { OwnSession } from './session.ts'

/** Nobody needs more; each is a way in. */
export const MAX_PASSKEYS = 10

/** A passkey as its owner reads it; its id opens nothing. */
export interface OwnPasskey {
  readonly id: string
  /** Where it was made. */
  readonly browser: OwnSession['browser']
  readonly device: OwnSession['device']
  readonly since: Day
  readonly lastUsedOn: Day | null
}

export interface OwnPasskeys {
  readonly passkeys: readonly OwnPasskey[]
}
