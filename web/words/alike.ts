import { Messages } from './messages.svelte.ts'
import type { AlikeWords } from './keys/alike.ts'

export const alikeWords = new Messages<AlikeWords>({
  'zh-Hans': () => import('./alike.zh-Hans.ts'),
  'zh-Hant': () => import('./alike.zh-Hant.ts'),
  en: () => import('./alike.en.ts'),
})
