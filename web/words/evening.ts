import { Messages } from './messages.svelte.ts'
import type { EveningWords } from './keys/evening.ts'

export const eveningWords = new Messages<EveningWords>({
  'zh-Hans': () => import('./evening.zh-Hans.ts'),
  'zh-Hant': () => import('./evening.zh-Hant.ts'),
  en: () => import('./evening.en.ts'),
})
