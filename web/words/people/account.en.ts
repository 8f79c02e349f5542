import type { AccountWords } from './account.ts'

const BROWSERS = {
  wechat: 'WeChat',
  edge: 'Edge',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  other: 'A browser',
} as const

export const words: AccountWords = {
  title: 'My log-in',
  lead: 'What you sign is yours as long as nobody else knows your password.',
  setBy: (name, when) => `Your password was set by ${name ?? 'somebody else'}, ${when}.`,
  setByWhat: 'Before you sign or close anything, set one that only you know.',
  resetAsked: (askedBy, confirmedBy, when) =>
    `${askedBy ?? 'Somebody'} asked for a new log-in for you${confirmedBy === null ? '' : `, and ${confirmedBy} confirmed it`}, ${when}.`,
  resetAskedWhat:
    'If you did not lose your password, stop it. Until somebody uses the code nothing has changed.',
  resetDone: (askedBy, confirmedBy, when) =>
    `Your log-in was set anew, ${when}: ${askedBy ?? 'somebody'} asked for it, ${confirmedBy ?? 'somebody'} confirmed it.`,
  stopReset: 'Stop it',
  resetStopped: 'Stopped. Your log-in stays as it is.',
  setOwn: 'Set my own password',
  oldPassword: 'The password you have now',
  newPassword: 'New password',
  passwordWhat: (shortest) => `At least ${shortest} characters; a sentence that is easy to remember will do`,
  again: 'The same again',
  differ: 'The two are not the same. Please type them again.',
  save: 'Use this password',
  saved: 'Your password is changed. Other browsers were logged out; this one stays.',

  sessions: 'Where you are logged in',
  sessionsWhat:
    'Log out of what you do not know, or of a computer that is not yours. What nobody used for thirty days is logged out by itself.',
  browser: (browser, device) => `${BROWSERS[browser]} on a ${device}`,
  sessionDays: (since, lastUsedOn) => `since ${since}, last used ${lastUsedOn}`,
  thisOne: 'this one',
  end: 'Log out there',
  endOthers: 'Log out everywhere else',
  ended: 'Logged out.',
}
