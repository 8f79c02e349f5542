import type { CalendarEvent } from '../../shared/calendar/calendar.ts'
import { decideAnnounceYear, decideMarkDays, type CalendarState } from '../../shared/calendar/decide.ts'
import type { AnnounceYear, MarkDays } from '../../shared/calendar/schema.ts'
import type { CommandHandler, PlaceCommand } from '../journal/handler.ts'
import { findPlace } from '../places/queries.ts'
import type { Work } from '../storage/database.ts'
import { ownDaysOf } from './queries.ts'

const load = async (work: Work, { placeId }: PlaceCommand): Promise<CalendarState> => ({
  place: await findPlace(work, placeId),
  own: await ownDaysOf(work, placeId),
})

export const markDays: CommandHandler<MarkDays, CalendarState, CalendarEvent> = {
  decide: decideMarkDays,
  load,
}

export const announceYear: CommandHandler<AnnounceYear, CalendarState, CalendarEvent> = {
  decide: decideAnnounceYear,
  load,
}
