import { dayInWords, weekdayInWords } from '../../shared/words/days.ts'
import type { EverywhereWords } from './everywhere.zh-Hans.ts'

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

export const everywhere: EverywhereWords = {
  brand: 'Pavilion',
  close: 'Close',
  cancel: 'Leave it',
  back: 'Back',
  undo: 'Undo',
  retry: 'Try again',
  reload: 'Reload',
  save: 'Save',
  change: 'Change',
  remove: 'Remove',
  more: 'More',
  loading: 'Fetching …',
  oneVillager: 'A villager',

  saved: 'Saved',
  savedAt: (time) => `Saved ${time}`,
  saving: 'Saving …',
  notSaved: 'Not saved yet',

  offline: 'There is no connection now',
  offlineWhat: 'What you wrote stays here and goes out as soon as the line is back.',
  staleAt: (time) => `This picture stopped at ${time}. Reconnecting …`,
  errorTitle: 'Something went wrong',
  errorWhat: 'All that was saved is safe. Please try again.',
  pageIsOld: 'Liangting has been updated. Reload to go on; all that was saved is safe.',

  settings: 'Settings',
  language: 'Language',
  letters: 'Size of letters',
  lettersOff: 'Usual',
  letters24: 'Large',
  letters30: 'Largest',
  bigLetters: 'Large letters',
  usualLetters: 'Usual letters',

  people: (people) => count(people, 'person', 'people'),
  day: (day, today) => dayInWords(day, 'en', today),
  weekday: (day) => weekdayInWords(day, 'en'),
  nthItem: (number) => `Item ${number}`,
  daysLeft: (days) => (days === 0 ? 'due today' : `${count(days, 'day', 'days')} left`),
  daysLate: (days) => `${count(days, 'day', 'days')} late`,
}
