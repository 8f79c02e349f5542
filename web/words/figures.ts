import { Chapter } from './chapter.svelte.ts'
import type { FigureWords } from './keys/figures.ts'

/** What half a year adds up to. */
export const figureWords = new Chapter<FigureWords>({
  'zh-Hans': () => import('./figures.zh-Hans.ts'),
  'zh-Hant': () => import('./figures.zh-Hant.ts'),
  en: () => import('./figures.en.ts'),
})
