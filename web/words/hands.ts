import { Messages } from './messages.svelte.ts'
import type { HandsWords } from './keys/hands.ts'

/** Judging what was promised before, by hands in the hall. */
export const handsWords = new Messages<HandsWords>({
  'zh-Hans': () => import('./hands.zh-Hans.ts'),
  'zh-Hant': () => import('./hands.zh-Hant.ts'),
  en: () => import('./hands.en.ts'),
})
