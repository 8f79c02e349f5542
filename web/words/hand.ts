import { Messages } from './messages.svelte.ts'
import type { HandWords } from './keys/hand.ts'

export const handWords = new Messages<HandWords>({
  'zh-Hans': () => import('./hand.zh-Hans.ts'),
  'zh-Hant': () => import('./hand.zh-Hant.ts'),
  en: () => import('./hand.en.ts'),
})
