import type { Lane } from '../../../shared/comments/comment.ts'
import type { Category, ConcernChannel, ConcernKind, Group, Size } from '../../../shared/concerns/concern.ts'
import type { Day } from '../../../shared/kernel/day.ts'
import { Messages } from '../messages.svelte.ts'

/** What came in between two evenings, for the staff. */
interface Named {
  readonly isMe: boolean
  readonly others: readonly string[]
  readonly more: number
}

export interface InboxWords {
  title: string
  empty: string
  emptyWhat: string
  printBox: string
  more: (count: number) => string
  channel: Readonly<Record<ConcernChannel, string>>
  state: Readonly<Record<'raised' | 'recorded' | 'reopened', string>>
  cameOn: (day: Day, today: Day) => string
  noName: string
  masked: string
  voices: (count: number) => string

  agree: string
  agreeWords: string
  replyNow: string
  countNow: (count: number) => string
  agreed: (no: number) => string
  answer: string
  promise: string
  settled: (no: number) => string
  slip: string
  describe: string
  /** Leads to the matter in the ledger, where it can be handed up. */
  otherActs: string
  merge: string
  numbered: (no: number) => string
  mergeInto: string
  mergeWhat: string
  mergeNone: string
  chooseOne: string
  merged: (no: number, into: number) => string
  toAgenda: (title: string) => string
  onAgenda: (no: number, title: string) => string

  kindLabel: string
  kind: Readonly<Record<ConcernKind, string>>
  categoryLabel: string
  category: Readonly<Record<Category, string>>
  sizeLabel: string
  size: Readonly<Record<Size, string>>
  gridLabel: string
  noGrid: string
  groupsLabel: string
  group: Readonly<Record<Group, string>>

  takeIn: string
  how: string
  whoMayKnow: string
  lane: Readonly<Record<Lane, string>>
  who: string
  needsName: string
  what: string
  whatPlaceholder: string
  putIn: string
  takenIn: string

  waitsForYou: string
  waitsCount: (count: number, late: number) => string
  lateBy: (days: number) => string
  leftDays: (days: number) => string
  byDay: (day: string) => string
  bothDays: (first: string, now: string) => string
  reportIt: string
  toSign: string
  halfSigned: (minutes: string) => string
  minutesOf: (day: string) => string
  signIt: string
  notNodded: string
  takenOn: string
  countsOnceRead: (day: string) => string
  readItBack: string
  asked: Readonly<Record<'comment' | 'evidence-request', string>>
  askedBy: (who: string, day: string) => string
  askedAbout: (owner: string, measure: string) => string
  answerIt: string
  answerInPublic: string
  answerInPublicWhat: string
  answerPut: string
  answerLater: string
  answered: string
  answerWithPhoto: string
  nextEvening: string
  seeAgenda: string
  noNextEvening: string
  addToNext: string
  whoPlans: (names: readonly string[]) => string
  mayAnswerIt: (who: Named) => string
  mayAgreeIt: (who: Named) => string
}

export const inboxWords = new Messages<InboxWords>({
  'zh-Hans': () => import('./inbox.zh-Hans.ts'),
  'zh-Hant': () => import('./inbox.zh-Hant.ts'),
  en: () => import('./inbox.en.ts'),
})
