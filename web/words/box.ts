import { Chapter } from './chapter.svelte.ts'
import type { BoxWords } from './keys/box.ts'

export const boxWords = new Chapter<BoxWords>({
  'zh-Hans': () => import('./box.zh-Hans.ts'),
  'zh-Hant': () => import('./box.zh-Hant.ts'),
  en: () => import('./box.en.ts'),
})
