import { Messages } from './messages.svelte.ts'
import type { ImportWords } from './keys/import.ts'

export const importWords = new Messages<ImportWords>({
  'zh-Hans': () => import('./import.zh-Hans.ts'),
  'zh-Hant': () => import('./import.zh-Hant.ts'),
  en: () => import('./import.en.ts'),
})
