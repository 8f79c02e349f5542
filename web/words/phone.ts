import { Messages } from './messages.svelte.ts'
import type { PhoneWords } from './keys/phone.ts'

export const phoneWords = new Messages<PhoneWords>({
  'zh-Hans': () => import('./phone.zh-Hans.ts'),
  'zh-Hant': () => import('./phone.zh-Hant.ts'),
  en: () => import('./phone.en.ts'),
})
