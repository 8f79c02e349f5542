import type { Day } from '../../shared/kernel/day.ts'

/** Words that every page has; each page's own words extend them. */
export interface EverywhereWords {
  brand: string
  close: string
  cancel: string
  back: string
  undo: string
  retry: string
  reload: string
  save: string
  change: string
  remove: string
  more: string
  loading: string
  /** A villager whose name is not shown. */
  oneVillager: string

  saved: string
  savedAt: (time: string) => string
  saving: string
  notSaved: string

  offline: string
  offlineWhat: string
  staleAt: (time: string) => string
  errorTitle: string
  errorWhat: string
  /** The page was opened before an update of the server. */
  pageIsOld: string

  settings: string
  language: string
  letters: string
  lettersOff: string
  letters24: string
  letters30: string
  bigLetters: string
  usualLetters: string

  people: (count: number) => string
  day: (day: Day, today?: Day) => string
  weekday: (day: Day) => string
  /** 第三件, item 3 */
  nthItem: (count: number) => string
  daysLeft: (days: number) => string
  daysLate: (days: number) => string
}
