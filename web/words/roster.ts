import { Messages } from './messages.svelte.ts'
import type { RosterWords } from './keys/roster.ts'

export const rosterWords = new Messages<RosterWords>({
  'zh-Hans': () => import('./roster.zh-Hans.ts'),
  'zh-Hant': () => import('./roster.zh-Hant.ts'),
  en: () => import('./roster.en.ts'),
})
