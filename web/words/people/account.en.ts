import type { AccountWords } from './account.ts'

export const words: AccountWords = {
  title: 'My log-in',
  lead: 'What you sign is yours as long as nobody else knows your password.',
  setBy: (name, when) => `Your password was set by ${name ?? 'somebody else'}, ${when}.`,
  setByWhat: 'Before you sign or close anything, set one that only you know.',
  setOwn: 'Set my own password',
  oldPassword: 'The password you have now',
  newPassword: 'New password',
  passwordWhat: (shortest) => `At least ${shortest} characters; a sentence that is easy to remember will do`,
  again: 'The same again',
  differ: 'The two are not the same. Please type them again.',
  save: 'Use this password',
  saved: 'Your password is changed. Other browsers were logged out; this one stays.',
}
