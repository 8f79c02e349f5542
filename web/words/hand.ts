import { Chapter } from './chapter.svelte.ts'
import type { HandWords } from './keys/hand.ts'

export const handWords = new Chapter<HandWords>({
  'zh-Hans': () => import('./hand.zh-Hans.ts'),
  'zh-Hant': () => import('./hand.zh-Hant.ts'),
  en: () => import('./hand.en.ts'),
})
