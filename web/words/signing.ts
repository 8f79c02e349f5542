import { Messages } from './messages.svelte.ts'
import type { SigningWords } from './keys/signing.ts'

/** Closing an evening, signing and correcting its minutes, and taking back a slip. */
export const signingWords = new Messages<SigningWords>({
  'zh-Hans': () => import('./signing.zh-Hans.ts'),
  'zh-Hant': () => import('./signing.zh-Hant.ts'),
  en: () => import('./signing.en.ts'),
})
