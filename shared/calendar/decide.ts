import type { Decide } from '../kernel/command.ts'
import { yearOf, type Day } from '../kernel/day.ts'
import { dayRefusal, firstRefusal, textRefusal } from '../kernel/text/limits.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { commandRefusal } from '../permissions/commands.ts'
import { asGovernor, type Place } from '../places/place.ts'
import {
  calendarOf,
  lastVersion,
  marksInForce,
  MAX_SOURCE_LENGTH,
  type CalendarEvent,
  type MarkedDay,
  type OwnDays,
} from './calendar.ts'
import type { AnnounceYear, MarkDays } from './schema.ts'

export interface CalendarState {
  readonly place: Place | null
  readonly own: readonly OwnDays[]
}

export const decideMarkDays: Decide<MarkDays, CalendarState, CalendarEvent> = (
  { days, source },
  { place, own },
  actor,
  { today },
) => {
  const wrong = commandRefusal('mark-days', actor, asGovernor(actor, place))
  if (wrong) return wrong
  const marks = marksInForce(own)
  const refusal = firstRefusal(
    placeRefusal(place),
    textRefusal('source', source, MAX_SOURCE_LENGTH),
    ...days.map((mark, at) => markRefusal(`days/${at}`, mark, today, marks)),
    repeatRefusal(days),
  )
  if (refusal) return refusal
  const version = lastVersion(own) + 1
  return [{ type: 'days-marked', data: { version, days: inOrder(days) }, words: { source: source.trim() } }]
}

export const decideAnnounceYear: Decide<AnnounceYear, CalendarState, CalendarEvent> = (
  { year, days, source },
  { place, own },
  actor,
) => {
  const wrong = commandRefusal('announce-year', actor, asGovernor(actor, place))
  if (wrong) return wrong
  const refusal = firstRefusal(
    placeRefusal(place),
    textRefusal('source', source, MAX_SOURCE_LENGTH),
    calendarOf(own).announced.has(year) && refuse('already-exists', 'year'),
    ...days.map(({ day }, at) => dayOfYearRefusal(`days/${at}/day`, day, year)),
    repeatRefusal(days),
  )
  if (refusal) return refusal
  const data = { version: lastVersion(own) + 1, year, days: inOrder(days) }
  return [{ type: 'year-announced', data, words: { source: source.trim() } }]
}

function placeRefusal(place: Place | null): Refusal | undefined {
  if (!place) return refuse('not-found', 'placeId')
  return place.kind === 'grid' ? refuse('field-wrong', 'placeId') : undefined
}

/** What has passed was counted already; a mark is taken back only where there is one. */
function markRefusal(
  path: string,
  { day, kind }: MarkedDay,
  today: Day,
  marks: ReadonlyMap<Day, MarkedDay>,
): Refusal | undefined {
  return firstRefusal(
    dayRefusal(`${path}/day`, day),
    day < today && refuse('day-in-the-past', `${path}/day`),
    kind === 'usual' && !marks.has(day) && refuse('not-found', `${path}/day`),
  )
}

// A schedule may begin with the last days of the year before.
const dayOfYearRefusal = (path: string, day: Day, year: number): Refusal | undefined =>
  firstRefusal(
    dayRefusal(path, day),
    yearOf(day) !== year && !day.startsWith(`${year - 1}-12-`) && refuse('field-wrong', path),
  )

function repeatRefusal(days: readonly MarkedDay[]): Refusal | undefined {
  const at = days.findIndex(({ day }, index) => days.findIndex((other) => other.day === day) < index)
  return at < 0 ? undefined : refuse('already-exists', `days/${at}/day`)
}

const inOrder = (days: readonly MarkedDay[]): readonly MarkedDay[] =>
  [...days].sort((one, other) => (one.day < other.day ? -1 : 1)).map(({ day, kind }) => ({ day, kind }))
