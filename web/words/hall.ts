import { Chapter } from './chapter.svelte.ts'
import type { HallWords } from './keys/hall.ts'

export const hallWords = new Chapter<HallWords>({
  'zh-Hans': () => import('./hall.zh-Hans.ts'),
  'zh-Hant': () => import('./hall.zh-Hant.ts'),
  en: () => import('./hall.en.ts'),
})
