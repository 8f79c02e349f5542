import { Messages } from './messages.svelte.ts'
import type { PartnersWords } from './keys/partners.ts'

/** Who beside the roster can take what on. */
export const partnersWords = new Messages<PartnersWords>({
  'zh-Hans': () => import('./partners.zh-Hans.ts'),
  'zh-Hant': () => import('./partners.zh-Hant.ts'),
  en: () => import('./partners.en.ts'),
})
