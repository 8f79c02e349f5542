import { AnyQuery, AtPlace } from '../kernel/schema.ts'
import { CalendarViewAnswer, FoundDayAnswer } from './answers.ts'
import { command, read } from '../kernel/contract.ts'
import { AnnounceYear, DaysQuery, MarkDays } from './schema.ts'

/** What one may ask of calendar. */
export const calendarCommands = [
  command('mark-days', MarkDays),
  command('announce-year', AnnounceYear),
] as const

/** What one may read about the days of a place. */
export const calendarReads = [
  read('/api/places/:placeId/days', {
    summary:
      'The day on which so many working or natural days are over at this place, or that words name: said in a sentence, or typed alone',
    params: AtPlace,
    query: DaysQuery,
    answer: FoundDayAnswer,
  }),
  read('/api/places/:placeId/calendar', {
    summary: 'The days of a place: notices of the country that are known, and its own marks',
    params: AtPlace,
    query: AnyQuery,
    answer: CalendarViewAnswer,
  }),
] as const
