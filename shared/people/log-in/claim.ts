import type { Day } from '../../kernel/day.ts'

/** A claim code has so many letters. */
export const CLAIM_LETTERS = 8

/** Wrong codes a minute from one address, and from all of them together; each costs a slow hash. */
export const MAX_CLAIMS_BY_ADDRESS = 60
export const MAX_CLAIMS_IN_ALL = 240
/** New codes a minute for one phone. */
export const MAX_NEW_CODES = 5

/** The code, told once to the phone or the person of the staff that asked for it. */
export interface ClaimCode {
  readonly code: string
}

/** Another phone that follows what this one raised; its id opens nothing. */
export interface LinkedPhone {
  readonly id: string
  readonly since: Day
}

export interface LinkedPhones {
  readonly phones: readonly LinkedPhone[]
}
