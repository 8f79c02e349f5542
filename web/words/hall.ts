import { Messages } from './messages.svelte.ts'
import type { HallWords } from './keys/hall.ts'

export const hallWords = new Messages<HallWords>({
  'zh-Hans': () => import('./hall.zh-Hans.ts'),
  'zh-Hant': () => import('./hall.zh-Hant.ts'),
  en: () => import('./hall.en.ts'),
})
