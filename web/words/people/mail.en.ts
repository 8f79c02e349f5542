import type { MailWords } from './mail.ts'

export const words: MailWords = {
  summary: 'Reminders by mail',
  what: 'Before a day, after it, and when somebody waits for you: one mail a day at most, never at night.',
  address: 'Your address',
  set: 'Send them here',
  sending: 'Noting it…',
  waiting: (address) =>
    `A mail has gone to ${address} (at night it waits until seven). Open its link and press “It is mine”; only then it counts.`,
  on: (address) => `Reminders go to ${address}.`,
  stop: 'Stop, and erase the address',
  stopped: 'Stopped, and the address is erased.',
  undelivered: 'The last mail did not arrive in five attempts. Please look whether the address is right.',
  unreachable: 'No connection. Please try again in a while.',
}
