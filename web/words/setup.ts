import { Chapter } from './chapter.svelte.ts'
import type { SetupWords } from './keys/setup.ts'

export const setupWords = new Chapter<SetupWords>({
  'zh-Hans': () => import('./setup.zh-Hans.ts'),
  'zh-Hant': () => import('./setup.zh-Hant.ts'),
  en: () => import('./setup.en.ts'),
})
