import { Messages } from '../messages.svelte.ts'

/** One matter on a page of its own. */
export interface MatterWords {
  list: (parts: readonly string[]) => string
  toList: string
  raised: (day: string) => string
  /** Others who asked for the same. */
  voices: (others: number) => string
  sameDay: string
  now: string
  /** Said beside the days that are left, where the first day has gone by. */
  pastFirstDay: (days: number) => string
  whatNow: string
  nothingNow: string
  whole: string
  /** The unit that was called in, and by when it comes. */
  summoned: (unit: string, day: string) => string
}

export const matterWords = new Messages<MatterWords>({
  'zh-Hans': () => import('./matter.zh-Hans.ts'),
  'zh-Hant': () => import('./matter.zh-Hant.ts'),
  en: () => import('./matter.en.ts'),
})
