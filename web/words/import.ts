import { Chapter } from './chapter.svelte.ts'
import type { ImportWords } from './keys/import.ts'

export const importWords = new Chapter<ImportWords>({
  'zh-Hans': () => import('./import.zh-Hans.ts'),
  'zh-Hant': () => import('./import.zh-Hant.ts'),
  en: () => import('./import.en.ts'),
})
