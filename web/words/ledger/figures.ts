import type { ConcernChannel } from '../../../shared/concerns/concern.ts'
import type { MonthSums } from '../../../shared/ledger/month/month.ts'
import { Messages } from '../messages.svelte.ts'

export interface FigureWords {
  figuresTitle: string
  figuresWhat: string
  figuresUnreachable: string
  /** In place of a number that stands for fewer matters than a group, or would tell of one. */
  tooFew: string
  keptBack: string
  partOf: (part: number, whole: number) => string
  figureSays: (title: string) => string
  keptTitle: string
  keptWhat: string
  ratesTitle: string
  ratesWhat: string
  responseRate: string
  resolutionRate: string
  satisfactionRate: string
  besideRates: (unrated: string, declined: string) => string
  agesTitle: string
  agesWhat: string
  /** More days than the first, up to the second; null: without an end. */
  age: (over: number, upTo: number | null) => string
  channelsTitle: string
  channelsWhat: string
  channel: (channel: ConcernChannel) => string
  columnDue: string
  columnResolved: string
  columnRate: string
  columnOf: string
  columnSoMany: string
  columnAge: string
  columnMatters: string
  columnChannel: string
  columnPlace: string
  belowTitle: string
  placesTogether: (names: readonly string[]) => string
  sumName: (name: keyof MonthSums) => string
}

/** What half a year adds up to. */
export const figureWords = new Messages<FigureWords>({
  'zh-Hans': () => import('./figures.zh-Hans.ts'),
  'zh-Hant': () => import('./figures.zh-Hant.ts'),
  en: () => import('./figures.en.ts'),
})
