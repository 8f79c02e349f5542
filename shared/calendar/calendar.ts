import type { NewEvent } from '../kernel/event.ts'
import { addDays, weekdayOf, type Day } from '../kernel/day.ts'
import { NOTICES, isNamedByLaw, type Notice } from './notices.ts'

export const DAY_KINDS = ['rest', 'work'] as const
export type DayKind = (typeof DAY_KINDS)[number]
/** `usual`: the place takes its own mark back, and the day is what the country says. */
export const MARKS = [...DAY_KINDS, 'usual'] as const
export type Mark = (typeof MARKS)[number]

export const MAX_SOURCE_LENGTH = 60
export const MAX_MARKED_DAYS = 62
export const MAX_ANNOUNCED_DAYS = 120
export const FIRST_YEAR = 2000
export const LAST_YEAR = 2999

export interface MarkedDay {
  readonly day: Day
  readonly kind: Mark
}

/** One change that a place made to its own days; versions count from 1 without a gap. */
export interface OwnDays {
  readonly version: number
  /** The year whose national schedule was typed in here before the program knew it. */
  readonly year: number | null
  /** What it rests on: a rule of the village, or the number of a notice. */
  readonly source: string
  readonly days: readonly MarkedDay[]
}

export type CalendarEvent =
  | NewEvent<'days-marked', { version: number; days: readonly MarkedDay[] }, { source: string }>
  | NewEvent<
      'year-announced',
      { version: number; year: number; days: readonly MarkedDay[] },
      { source: string }
    >

/** Which days are worked at one place, as far as is known under this version. */
export interface Calendar {
  /** `cn-` and the day of the newest notice, then `/` and the place's own version where it has one. */
  readonly version: string
  readonly announced: ReadonlySet<number>
  readonly marked: ReadonlyMap<Day, DayKind>
}

const latestOfEachYear = (notices: readonly Notice[]): readonly Notice[] => [
  ...new Map(notices.map((notice) => [notice.year, notice])).values(),
]

function* daysIn({ rest, work }: Notice): Generator<[Day, DayKind]> {
  for (const [first, last] of rest)
    for (let day = first; day <= last; day = addDays(day, 1)) yield [day, 'rest']
  for (const day of work) yield [day, 'work']
}

/** The place's calendar: what the country announced, and over it the place's own marks. */
export function calendarOf(own: readonly OwnDays[], notices: readonly Notice[] = NOTICES): Calendar {
  const inForce = latestOfEachYear(notices)
  const announced = new Set(inForce.map(({ year }) => year))
  const marked = new Map<Day, DayKind>()
  const put = ({ day, kind }: MarkedDay): void => {
    if (kind !== 'usual') marked.set(day, kind)
  }
  // What somebody typed in for a whole year gives way as soon as the notice itself is known.
  const typed = own.filter(({ year }) => year !== null && !announced.has(year))
  for (const { days } of typed) days.forEach(put)
  for (const notice of inForce) for (const [day, kind] of daysIn(notice)) marked.set(day, kind)
  for (const { day, kind } of marksInForce(own).values()) put({ day, kind })
  for (const { year } of typed) announced.add(year!)
  return { version: versionOf(own, notices), announced, marked }
}

/** The place's last word on each day that it marked. */
export function marksInForce(own: readonly OwnDays[]): ReadonlyMap<Day, MarkedDay> {
  const marks = new Map<Day, MarkedDay>()
  for (const { year, days } of own) {
    if (year !== null) continue
    for (const mark of days) {
      if (mark.kind === 'usual') marks.delete(mark.day)
      else marks.set(mark.day, mark)
    }
  }
  return marks
}

export const lastVersion = (own: readonly OwnDays[]): number =>
  own.reduce((last, { version }) => Math.max(last, version), 0)

function versionOf(own: readonly OwnDays[], notices: readonly Notice[]): string {
  const newest = notices.reduce((day, { announcedOn }) => (announcedOn > day ? announcedOn : day), '0')
  const version = lastVersion(own)
  return version === 0 ? `cn-${newest}` : `cn-${newest}/${version}`
}

/** The calendar as it was under that version; null where the version names what is not known here. */
export function calendarUnder(
  version: string,
  own: readonly OwnDays[],
  notices: readonly Notice[] = NOTICES,
): Calendar | null {
  const [, newest = '', ownVersion = '0'] = /^cn-([0-9-]+)(?:\/([1-9][0-9]*))?$/.exec(version) ?? []
  const calendar = calendarOf(
    own.filter((days) => days.version <= Number(ownVersion)),
    notices.filter(({ announcedOn }) => announcedOn <= newest),
  )
  return calendar.version === version ? calendar : null
}

/** The days of the whole country, for a place that has none of its own. */
export const COUNTRY: Calendar = calendarOf([])

/** A day that the law names is off even where a schedule that was typed in forgot it. */
export function isWorkingDay({ marked }: Calendar, day: Day): boolean {
  const mark = marked.get(day)
  if (mark) return mark === 'work'
  const weekday = weekdayOf(day)
  if (weekday === 0 || weekday === 6) return false
  return !isNamedByLaw(day)
}

/** The days of a place: what the country announced, and what the place marked itself. */
export interface CalendarView {
  readonly asOf: number
  readonly calendarVersion: string
  readonly notices: readonly { readonly year: number; readonly source: string; readonly announcedOn: Day }[]
  readonly own: readonly OwnDays[]
}
