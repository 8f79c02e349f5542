import { Messages } from './messages.svelte.ts'
import type { InboxWords } from './keys/inbox.ts'

export const inboxWords = new Messages<InboxWords>({
  'zh-Hans': () => import('./inbox.zh-Hans.ts'),
  'zh-Hant': () => import('./inbox.zh-Hant.ts'),
  en: () => import('./inbox.en.ts'),
})
