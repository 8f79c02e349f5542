import { Chapter } from './chapter.svelte.ts'
import type { WallWords } from './keys/wall.ts'

export const wallWords = new Chapter<WallWords>({
  'zh-Hans': () => import('./wall.zh-Hans.ts'),
  'zh-Hant': () => import('./wall.zh-Hant.ts'),
  en: () => import('./wall.en.ts'),
})
