import Type from 'typebox'
import { AtPlace, Closed, Id } from '../kernel/schema.ts'
import { ID_PATTERN } from '../kernel/id.ts'
import { VisitsViewAnswer } from './answers.ts'
import { command, read } from '../kernel/contract.ts'
import { ChangeVisit, DropVisit, NoteVisit, RaiseFromVisit } from './schema.ts'

/** What one may ask of visits. */
export const visitCommands = [
  command('note-visit', NoteVisit),
  command('change-visit', ChangeVisit),
  command('drop-visit', DropVisit),
  command('raise-from-visit', RaiseFromVisit),
] as const

/** What one may read about visits. */
export const visitReads = [
  read('/api/places/:placeId/visits', {
    summary: 'Notes of visits that whoever asks may read, the latest first',
    params: AtPlace,
    query: Closed({
      concern: Type.Optional(Id()),
      /** What the page before gave as `next`. */
      before: Type.Optional(Type.String({ pattern: `^[0-9]{4}-[0-9]{2}-[0-9]{2}_${ID_PATTERN.slice(1)}` })),
    }),
    answer: VisitsViewAnswer,
  }),
] as const
