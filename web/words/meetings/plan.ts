import type { Waiting, WaitingPart, WaitingReason } from '../../../shared/agenda/waiting.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { Messages } from '../messages.svelte.ts'

/** The page on which the next evening is planned. */
export interface PlanWords {
  title: string
  nextIsPlanned: string
  drawnUp: string
  seeOrChange: string
  goThrough: string
  untilSettled: string
  lateAmong: (late: number) => string
  part: (part: WaitingPart | 'added') => string
  count: (count: number) => string
  reason: (reason: WaitingReason, who: string | null, day: (on: Day) => string) => string
  about: (waiting: Waiting, day: (on: Day) => string) => string
  nothing: string
  nothingYet: string
  notYetDue(count: number, firstDay: string): string
  inLedger: string
  keep: string
  putOff: string
  takeOut: string
  isKept: string
  isPutOff: string
  choose: string
  forward: string
  add: string
  addHint: string
  added: string
  back: string
  draftKept: string
  /** Kept by this browser; only what is settled is on the server. */
  savedAt: (time: string) => string
  notSaved: string
  facts: { title: string; day: string; venue: string; howLong: string }
  change: string
  changed: string
  changing: (fact: string) => string
  noVenue: string
  onWall: string
  promisesFor: (count: number, minutes: number) => string
  minutes: (minutes: number) => string
  howLong: (minutes: number) => string
  settle: string
  settleWhat: string
  /** This very plan was settled before, in another tab. */
  isThere: string
  goThere: string
  ctrlEnter: string
  notYours: string
  notYoursWhat: string
}

export const planWords = new Messages<PlanWords>({
  'zh-Hans': () => import('./plan.zh-Hans.ts'),
  'zh-Hant': () => import('./plan.zh-Hant.ts'),
  en: () => import('./plan.en.ts'),
})
