import type { DoorWords } from './door.zh-Hans.ts'

export const words: DoorWords = {
  pageTitle: 'Say something',
  brand: 'Pavilion',
  loading: 'Fetching …',
  settings: 'Settings',
  staff: 'Staff log in',
  joinTitle: 'Come and sit down',
  joinWhat: 'No account is needed. Type the four digits from the wall and you can speak.',
  codeLabel: 'The code on the wall',
  codeHint: 'Four digits',
  nameLabel: 'What shall we call you?',
  nameHint: 'You may leave this empty, or write any name, such as “Aunt Li”.',
  namePlaceholder: 'May stay empty',
  join: 'Come in',
  joinWithoutName: 'Come in without a name',
  joining: 'Coming in …',
  cutOff: 'No connection now; trying again. What you wrote is still here.',
  retry: 'Try again',
}
