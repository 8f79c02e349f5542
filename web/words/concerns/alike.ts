import type { ConcernState, Group } from '../../../shared/concerns/concern.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { Messages } from '../messages.svelte.ts'

/** What was asked before, and what is said again and again. */
export interface AlikeWords {
  askedBefore: string
  askedBeforeWhat: string
  no: (no: number) => string
  /** How it stands, with the day of its promise where there is one. */
  standing: (state: ConcernState, dueOn: Day | null) => string
  voices: (count: number) => string
  addVoice: string
  addVoiceTo: (no: number) => string
  voiceAdded: (no: number) => string
  voiceAlone: (no: number) => string
  look: string
  newWindow: string

  /** Matters found for which nothing was promised. */
  unpromised: (count: number) => string
  nothingPromised: (state: ConcernState) => string
  rising: string
  risingWhat: (days: number) => string
  risingEmpty: string
  times: (count: number) => string
  villages: (count: number) => string
  waiting: (count: number) => string
  about: (group: Group, count: number) => string
  showThem: string
  raisedOn: (day: Day, today: Day) => string
  notReached: string
  retry: string
}

export const alikeWords = new Messages<AlikeWords>({
  'zh-Hans': () => import('./alike.zh-Hans.ts'),
  'zh-Hant': () => import('./alike.zh-Hant.ts'),
  en: () => import('./alike.en.ts'),
})
