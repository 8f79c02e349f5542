import type { Day } from '../../kernel/day.ts'
import type { DoneWords } from '../matter/done.ts'

/** Sentences of the pages that everybody can read without a script. */
export interface PublicWords extends DoneWords {
  readonly language: string
  readonly bigLetters: string
  readonly usualLetters: string
  readonly orType: string
  readonly echoWall: string
  readonly echoWallLead: string
  readonly promised: string
  readonly settled: string
  readonly running: string
  readonly overdue: string
  readonly overdueTitle: string
  readonly runningTitle: string
  readonly settledTitle: string
  readonly no: string
  readonly matter: string
  readonly firstDay: string
  readonly dayUnknown: string
  readonly presentDay: string
  readonly doneDay: string
  readonly howItStands: string
  readonly whatWasDone: string
  readonly moved: (times: number) => string
  readonly movedBecause: (reason: string, by: string) => string
  readonly daysLeft: (days: number) => string
  readonly today: string
  readonly daysLate: (days: number) => string
  readonly doneLate: (days: number) => string
  readonly noPromisesYet: string
  readonly minutesOf: string
  readonly noMinutesYet: string
  readonly masked: string
  readonly print: string
  readonly minutes: string
  readonly heldOn: (day: string) => string
  readonly time: (time: string) => string
  readonly venue: (venue: string) => string
  readonly nextEvenings: string
  readonly nextEveningOn: (day: string, when: string) => string
  /** It was called for another time or place at first. */
  readonly nextEveningMoved: (now: string, first: string) => string
  readonly facilitator: string
  readonly recorder: string
  readonly signedOn: (day: string) => string
  readonly answered: string
  readonly promisedState: string
  readonly referred: (to: string) => string
  readonly declined: string
  readonly assemblyState: string
  readonly reopenedState: string
  readonly withdrawnState: string
  readonly mergedState: string
  readonly photo: (nth: number) => string
  readonly closedState: string
  readonly raised: string
  readonly concernsTitle: string
  readonly appendixTitle: string
  readonly appendixWhat: string
  readonly promisesTitle: string
  readonly nothingWritten: string
  readonly note: string
  readonly who: string
  readonly how: string
  readonly byWhen: string
  readonly fingerprint: string
  readonly backToEchoWall: string
  readonly monthSheet: string
  readonly opinionBox: string
  readonly opinionBoxLead: string
  readonly opinionBoxScan: string
  readonly opinionBoxWho: string
  readonly toOpinionBox: string
  readonly toMyMatters: string
  readonly catalogue: string
  readonly whoMay: string
  readonly notYetSignedTitle: string
  readonly notYetSigned: string
  readonly notFoundTitle: string
  readonly notFound: string
  readonly cannotShow: string
  readonly toFrontDoor: string
  readonly toLogIn: string
  readonly asOf: (day: string) => string
  readonly versionNo: (version: number) => string
  readonly correctedBecause: (reason: string, by: string) => string
  readonly correctedSince: string
  readonly beingCorrected: string
  readonly seeVersion: (version: number) => string
  readonly notInText: string
  readonly reviewedTitle: string
  readonly handsFor: (
    done: Readonly<Record<'done' | 'partly' | 'not', number>>,
    satisfied: Readonly<Record<'satisfied' | 'acceptable' | 'not', number>>,
  ) => string
  readonly openedAgain: (day: string) => string
  readonly day: (day: Day, today: Day) => string
  /** Who does it and how, in one line. */
  readonly doing: (owners: readonly string[], measure: string) => string
  readonly byDay: (owner: string, day: string) => string
  readonly concernNo: (no: number) => string
  readonly quoted: (text: string) => string
  /** The seal on a promise that was confirmed. */
  readonly vow: string
  readonly together: string
  readonly scanHere: string
  readonly scanWhat: string
  readonly nowOn: (day: string) => string
}
