import type { placeReads } from '../../shared/places/contract.ts'
import type { ReadHandler } from '../app/feature.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { PlaceView } from '../../shared/places/place.ts'
import { areRaisersNamed, findPlace, gridsOf, levelsAt, ownLevelsOf, parentsOf } from './queries.ts'

type PlaceRead<Path extends (typeof placeReads)[number]['path']> = ReadHandler<typeof placeReads, Path>

export const readPlace: PlaceRead<'/api/places/:placeId'> = ({ params }, context) =>
  context.database.snapshot(async (reader) => {
    const place = await findPlace(reader, params.placeId)
    if (!place) throw refuse('not-found', 'placeId')
    return {
      place,
      grids: await gridsOf(reader, place.id),
      parents: await parentsOf(reader, place),
      levels: await levelsAt(reader, place.id),
      ownLevels: await ownLevelsOf(reader, place.id),
      areRaisersNamed: await areRaisersNamed(reader, place.id),
    } satisfies PlaceView
  })
