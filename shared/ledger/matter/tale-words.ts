import type { DoneAnswer, Judge, SatisfiedAnswer } from '../../ratings/rating.ts'
import type { SupervisionKind } from '../../commitments/commitment.ts'
import type { ClosedAs, ConcernChannel, Route } from '../../concerns/concern.ts'

/** What a matter went through, told alike on the phone of whoever asked and on the page for everybody. */
export interface TaleWords {
  readonly oneVillager: string
  readonly comma: string
  readonly channel: Readonly<Record<ConcernChannel, string>>
  readonly atMeeting: (title: string) => string
  readonly quoted: (text: string) => string
  /** Instead of a day that was told just before. */
  readonly sameDay: string
  readonly firstDay: string
  readonly presentDay: string
  readonly notMoved: string
  readonly moved: (times: number) => string
  readonly voices: (count: number) => string

  readonly promised: (owner: string) => string
  readonly byDay: (day: string) => string
  /** `by` is empty where it is not known who agreed. */
  readonly extended: (day: string, by: string) => string
  readonly recounted: (day: string) => string
  readonly reopened: (day: string, by: Judge) => string
  readonly saidNo: (by: Judge) => string
  readonly saidYes: (by: Judge, done: DoneAnswer, satisfied: SatisfiedAnswer) => string
  readonly settled: Readonly<Record<ClosedAs, string>>
  readonly reported: string
  readonly partDone: string
  readonly remainder: (what: string, day: string | null) => string
  readonly evidence: string
  readonly ordered: string
  readonly supervised: Readonly<Record<SupervisionKind, string>>
  readonly answered: string
  readonly referred: (to: string) => string
  readonly route: (route: Route) => string
  readonly assembly: string
  readonly declined: string
  readonly handedUp: (place: string) => string
  readonly accepted: (place: string) => string
  readonly returned: (place: string) => string
  readonly summoned: (unit: string) => string
  readonly came: (unit: string) => string
}
