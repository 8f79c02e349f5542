import { Chapter } from './chapter.svelte.ts'
import type { InvitedWords } from './keys/invited.ts'

export const invitedWords = new Chapter<InvitedWords>({
  'zh-Hans': () => import('./invited.zh-Hans.ts'),
  'zh-Hant': () => import('./invited.zh-Hant.ts'),
  en: () => import('./invited.en.ts'),
})
