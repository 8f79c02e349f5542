import type { Route } from '../../../shared/concerns/concern.ts'
import type { DoneAnswer, SatisfiedAnswer } from '../../../shared/ratings/rating.ts'
import type { ActId } from '../../ledger/matter/acts/act.ts'

/** What can be done to a matter: the button, the sentence above its form, its fields, what is said once it is recorded. */
export interface OneAct {
  readonly name: string
  readonly what?: string
  readonly send: string
  readonly told: (day: string) => string
  readonly fields?: Readonly<Record<string, { readonly label: string; readonly hint?: string }>>
}

export interface ActWords {
  unconfirmedSigned: string
  orderFrom: (day: string) => string
  acts: Readonly<Record<ActId, OneAct>>
  doneAnswer: (answer: DoneAnswer) => string
  satisfiedAnswer: (answer: SatisfiedAnswer) => string
  opensAgain: (owner: string, day: string) => string
  goesUpTo: (place: string | null) => string
  laterThan: (day: string) => string
  /** What was asked for and nobody has decided; who asked is empty until the story is read. */
  asked: (who: string, day: string, reason: string) => string
  newerDay: (then: string, now: string) => string
  route: (route: Route) => string
  ctrlEnter: string
  slip: string
  moreActs: string
}
