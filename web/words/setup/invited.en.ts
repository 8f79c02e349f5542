import { dayInWords } from '../../../shared/words/days.ts'
import { everywhere } from '../everywhere.en.ts'
import type { InvitedWords } from './invited.ts'

export const words: InvitedWords = {
  ...everywhere,
  pageTitle: 'Invitation',
  codeTitle: 'Type the eight letters of your invitation',
  codeWhat: 'Small letters are fine, and the stroke between can be left out.',
  code: 'The eight letters',
  codeHint: 'For example: 4Q7M-8KXT',
  open: 'Open the invitation',
  from: (place) => `${place} invites`,
  title: (name, place, title) => `${name}: ${title}, ${place}`,
  resetTitle: (name, place) => `A new log-in for ${name}, ${place}`,
  until: (day) => `Good until ${dayInWords(day, 'en')}, once.`,
  loginName: 'Log-in name',
  loginHint: 'For logging in later: a phone number, your name, any short word.',
  password: 'Password',
  passwordHint: (shortest) => `At least ${shortest} characters. You choose it, and nobody else sees it.`,
  showPassword: 'Let me see the password',
  passwordAgain: 'Password once more',
  passwordsDiffer: 'The two are not the same. Please write it once more.',
  accept: 'Accept and go in',
  accepting: 'Opening the door …',
  otherCode: 'Other letters',
  notSent: 'It was not sent; what you wrote is still here. Check the connection and press again.',
}
