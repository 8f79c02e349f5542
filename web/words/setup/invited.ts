import type { Day } from '../../../shared/kernel/day.ts'
import type { EverywhereWords } from '../everywhere.ts'
import { Messages } from '../messages.svelte.ts'

/** The page on which somebody who was invited chooses a log-in. */
export interface InvitedWords extends EverywhereWords {
  pageTitle: string
  codeTitle: string
  codeWhat: string
  code: string
  codeHint: string
  open: string
  from: (place: string) => string
  title: (name: string, place: string, title: string) => string
  /** Of a log-in that is set anew. */
  resetTitle: (name: string, place: string) => string
  until: (day: Day) => string
  loginName: string
  loginHint: string
  password: string
  passwordHint: (shortest: number) => string
  showPassword: string
  passwordAgain: string
  passwordsDiffer: string
  accept: string
  accepting: string
  otherCode: string
  notSent: string
}

export const invitedWords = new Messages<InvitedWords>({
  'zh-Hans': () => import('./invited.zh-Hans.ts'),
  'zh-Hant': () => import('./invited.zh-Hant.ts'),
  en: () => import('./invited.en.ts'),
})
