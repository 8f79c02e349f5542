import type { CalendarScope } from '../../../shared/ledger/ledger.ts'

export interface ToolWords {
  waitingTitle: string
  ledgerTitle: string
  placesTitle: string
  menu: string
  printThis: string
  asEverybody: string
  holidays: string
  partners: string
  /** Of an owner who is a name and nothing else. */
  notLinked: string
  monthsTitle: string
  monthsWhat: string
  monthOf: (month: string) => string
  countersign: string
  countersignedBy: (name: string, day: string) => string
  countersignedNow: string
  savedViews: string
  keepView: string
  viewName: string
  viewKept: string
  viewForgotten: string
  forgetView: (name: string) => string
  calendar: string
  calendarTitle: string
  calendarWhat: string
  calendarMake: (scope: CalendarScope, place: string) => string
  calendarMade: string
  calendarAddress: string
  calendarCopy: string
  calendarCopied: string
  calendarOwn: string
  calendarOf: (scope: CalendarScope, place: string) => string
  calendarSince: (day: string) => string
  calendarRevoke: string
  calendarRevokeSure: string
}
