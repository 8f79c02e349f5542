import { Messages } from './messages.svelte.ts'
import type { InvitedWords } from './keys/invited.ts'

export const invitedWords = new Messages<InvitedWords>({
  'zh-Hans': () => import('./invited.zh-Hans.ts'),
  'zh-Hant': () => import('./invited.zh-Hant.ts'),
  en: () => import('./invited.en.ts'),
})
