import { command } from '../kernel/contract.ts'
import { DrawGrid, FoundPlace, NameLevels, RenameGrid, RenamePlace, SetRaiserNaming } from './schema.ts'

/** What one may ask of places. */
export const placeCommands = [
  command('found-place', FoundPlace),
  command('rename-place', RenamePlace),
  command('name-levels', NameLevels),
  command('set-raiser-naming', SetRaiserNaming),
  command('draw-grid', DrawGrid),
  command('rename-grid', RenameGrid),
] as const
