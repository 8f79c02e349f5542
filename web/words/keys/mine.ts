import type { SupervisionKind } from '../../../shared/commitments/commitment.ts'
import type { ConcernState, Route } from '../../../shared/concerns/concern.ts'
import type { DoneAnswer, SatisfiedAnswer } from '../../../shared/ratings/rating.ts'
import type { EverywhereWords } from './everywhere.ts'

/** What became of what a phone raised; fetched when somebody wants to read it. */
export interface MineWords extends EverywhereWords {
  none: string
  noneWhat: string
  bookmark: string
  lookAgain: string
  readAt: (time: string) => string
  concernNo: (no: number) => string
  state: Readonly<Record<ConcernState, string>>
  /** Reported done, and nobody has judged it. */
  stateDone: string
  channel: Readonly<Record<'meeting' | 'form' | 'call' | 'paper' | 'visit' | 'import', string>>
  firstDay: string
  presentDay: string
  notMoved: string
  moved: (times: number) => string
  holder: (place: string) => string
  offered: (place: string, day: string) => string
  mergedInto: (no: number) => string
  voices: (count: number) => string

  youRaised: (text: string, channel: string) => [string, string]
  promised: (owner: string) => string
  byDay: (day: string) => string
  /** `by` is empty where it is not known who agreed. */
  extended: (day: string, by: string) => string
  recounted: (day: string) => string
  reopened: (day: string) => string
  reported: string
  partDone: string
  remainder: (what: string, day: string | null) => string
  evidence: string
  ordered: string
  supervised: Readonly<Record<SupervisionKind, string>>
  answered: string
  referred: (to: string) => string
  route: (route: Route) => string
  assembly: string
  declined: string
  handedUp: (place: string) => string
  accepted: (place: string) => string
  returned: (place: string) => string
  summoned: (unit: string) => string
  came: (unit: string) => string

  aboutPromise: (measure: string) => string
  isDone: string
  isSatisfied: string
  done: Readonly<Record<DoneAnswer, string>>
  satisfied: Readonly<Record<SatisfiedAnswer, string>>
  wordLabel: string
  judge: string
  judging: string
  changeAnswer: string
  askedNow: string
  mayAnswer: string
  chooseBoth: string
  youSaid: (done: string, satisfied: string) => string
  changeUntil: (day: string) => string
  silence: string
  badMeans: string

  withdraw: string
  withdrawSure: string
}
