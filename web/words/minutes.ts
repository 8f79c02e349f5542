import { Messages } from './messages.svelte.ts'
import type { MinutesWords } from './keys/minutes.ts'

export const minutesWords = new Messages<MinutesWords>({
  'zh-Hans': () => import('./minutes.zh-Hans.ts'),
  'zh-Hant': () => import('./minutes.zh-Hant.ts'),
  en: () => import('./minutes.en.ts'),
})
