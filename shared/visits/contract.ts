import { command } from '../kernel/contract.ts'
import { ChangeVisit, DropVisit, NoteVisit, RaiseFromVisit } from './schema.ts'

/** What one may ask of visits. */
export const visitCommands = [
  command('note-visit', NoteVisit),
  command('change-visit', ChangeVisit),
  command('drop-visit', DropVisit),
  command('raise-from-visit', RaiseFromVisit),
] as const
