import type { Mark } from '../../../shared/calendar/calendar.ts'

export interface CalendarVersionRow {
  placeId: string
  version: number
  year: number | null
  source: string
}

export interface CalendarDayRow {
  placeId: string
  version: number
  day: string
  kind: Mark
}
