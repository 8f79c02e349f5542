import { Messages } from './messages.svelte.ts'
import type { MailWords } from './keys/mail.ts'

export const mailWords = new Messages<MailWords>({
  'zh-Hans': () => import('./mail.zh-Hans.ts'),
  'zh-Hant': () => import('./mail.zh-Hant.ts'),
  en: () => import('./mail.en.ts'),
})
