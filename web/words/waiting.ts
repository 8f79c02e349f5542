import { Messages } from './messages.svelte.ts'
import type { WaitingWords } from './keys/waiting.ts'

/** What waits for the level above. */
export const waitingWords = new Messages<WaitingWords>({
  'zh-Hans': () => import('./waiting.zh-Hans.ts'),
  'zh-Hant': () => import('./waiting.zh-Hant.ts'),
  en: () => import('./waiting.en.ts'),
})
