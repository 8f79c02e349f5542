import type { OwnSession } from '../../../shared/people/log-in/session.ts'
import { Messages } from '../messages.svelte.ts'

/** One's own log-in: the password, and who else has set it. */
export interface AccountWords {
  title: string
  lead: string
  setBy: (name: string | null, when: string) => string
  setByWhat: string
  resetAsked: (askedBy: string | null, confirmedBy: string | null, when: string) => string
  resetAskedWhat: string
  resetDone: (askedBy: string | null, confirmedBy: string | null, when: string) => string
  stopReset: string
  resetStopped: string
  setOwn: string
  oldPassword: string
  newPassword: string
  passwordWhat: (shortest: number) => string
  again: string
  differ: string
  save: string
  saved: string

  sessions: string
  sessionsWhat: string
  browser: (browser: OwnSession['browser'], device: OwnSession['device']) => string
  sessionDays: (since: string, lastUsedOn: string) => string
  thisOne: string
  end: string
  endOthers: string
  ended: string
}

export const accountWords = new Messages<AccountWords>({
  'zh-Hans': () => import('./account.zh-Hans.ts'),
  'zh-Hant': () => import('./account.zh-Hant.ts'),
  en: () => import('./account.en.ts'),
})
