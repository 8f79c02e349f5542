import { Chapter } from './chapter.svelte.ts'
import type { DoorWords } from './keys/door.ts'

export const doorWords = new Chapter<DoorWords>({
  'zh-Hans': () => import('./door.zh-Hans.ts'),
  'zh-Hant': () => import('./door.zh-Hant.ts'),
  en: () => import('./door.en.ts'),
})
