import { AnyQuery, AtPlace } from '../kernel/schema.ts'
import { PlaceViewAnswer } from './answers.ts'
import { command, read } from '../kernel/contract.ts'
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

/** What one may read about a place. */
export const placeReads = [
  read('/api/places/:placeId', {
    summary: 'A place, its grids and what it stands in',
    params: AtPlace,
    query: AnyQuery,
    answer: PlaceViewAnswer,
  }),
] as const
