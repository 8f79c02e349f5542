import { Messages } from './messages.svelte.ts'
import type { VisitsWords } from './keys/visits.ts'

export const visitsWords = new Messages<VisitsWords>({
  'zh-Hans': () => import('./visits.zh-Hans.ts'),
  'zh-Hant': () => import('./visits.zh-Hant.ts'),
  en: () => import('./visits.en.ts'),
})
