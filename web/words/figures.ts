import { Messages } from './messages.svelte.ts'
import type { FigureWords } from './keys/figures.ts'

/** What half a year adds up to. */
export const figureWords = new Messages<FigureWords>({
  'zh-Hans': () => import('./figures.zh-Hans.ts'),
  'zh-Hant': () => import('./figures.zh-Hant.ts'),
  en: () => import('./figures.en.ts'),
})
