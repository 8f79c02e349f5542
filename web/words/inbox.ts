import { Chapter } from './chapter.svelte.ts'
import type { InboxWords } from './keys/inbox.ts'

export const inboxWords = new Chapter<InboxWords>({
  'zh-Hans': () => import('./inbox.zh-Hans.ts'),
  'zh-Hant': () => import('./inbox.zh-Hant.ts'),
  en: () => import('./inbox.en.ts'),
})
