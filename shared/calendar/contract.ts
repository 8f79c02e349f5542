import { command } from '../kernel/contract.ts'
import { AnnounceYear, MarkDays } from './schema.ts'

/** What one may ask of calendar. */
export const calendarCommands = [
  command('mark-days', MarkDays),
  command('announce-year', AnnounceYear),
] as const
