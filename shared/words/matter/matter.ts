import type { ConcernState } from '../../concerns/concern.ts'
import type { TaleWords } from '../../ledger/matter/tale-words.ts'
import type { DoneWords } from './done.ts'

/** The page on which everybody reads of one matter. */
export interface MatterWords extends TaleWords, DoneWords {
  readonly about: (no: number, place: string, voices: number) => string
  readonly state: Readonly<Record<ConcernState, string>>
  /** Before how many days are left, passed, or on which day it was done. */
  readonly inHand: (owner: string) => string
  readonly notDone: (owner: string) => string
  readonly saidDone: (owner: string) => string
  readonly daysLeft: (days: number) => string
  readonly daysLate: (days: number) => string
  readonly today: string
  readonly nowMoved: (times: number) => string
  readonly takenOn: string
  readonly addVoice: string
  readonly addVoiceWhat: string
  readonly said: Readonly<Record<'added' | 'counted' | 'over' | 'later', string>>
  readonly toMine: string
  readonly fromTheStart: string
  readonly tellUs: string
  /** Nobody nodded: an old ledger says it. */
  readonly imported: (owner: string) => string
  readonly echoWall: string
  readonly asAt: (day: string, time: string) => string
}
