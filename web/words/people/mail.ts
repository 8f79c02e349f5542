import { Messages } from '../messages.svelte.ts'

export interface MailWords {
  summary: string
  what: string
  address: string
  set: string
  sending: string
  waiting: (address: string) => string
  on: (address: string) => string
  stop: string
  stopped: string
  undelivered: string
  unreachable: string
}

export const mailWords = new Messages<MailWords>({
  'zh-Hans': () => import('./mail.zh-Hans.ts'),
  'zh-Hant': () => import('./mail.zh-Hant.ts'),
  en: () => import('./mail.en.ts'),
})
