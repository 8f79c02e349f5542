import { Chapter } from './chapter.svelte.ts'
import type { RosterWords } from './keys/roster.ts'

export const rosterWords = new Chapter<RosterWords>({
  'zh-Hans': () => import('./roster.zh-Hans.ts'),
  'zh-Hant': () => import('./roster.zh-Hant.ts'),
  en: () => import('./roster.en.ts'),
})
