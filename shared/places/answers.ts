import Type from 'typebox'
import { Closed, Id, OneOf, TextOrNull, schemaFor } from '../kernel/schema.ts'
import { PLACE_KINDS, type LevelNames, type Place, type PlaceView } from './place.ts'

/** What every answer that holds a place says of it. */
export const placeFields = {
  id: Id(),
  kind: OneOf(PLACE_KINDS),
  parentId: TextOrNull(),
  name: Type.String(),
  timeZone: Type.String(),
  levelName: Type.Optional(Type.String()),
}

export const PlaceAnswer = schemaFor<Place>()(Closed(placeFields))

export const LevelNamesAnswer = schemaFor<LevelNames>()(
  Closed({
    county: Type.Optional(Type.String()),
    township: Type.Optional(Type.String()),
    village: Type.Optional(Type.String()),
    compound: Type.Optional(Type.String()),
    grid: Type.Optional(Type.String()),
  }),
)

export const PlaceViewAnswer = schemaFor<PlaceView>()(
  Closed({
    place: PlaceAnswer,
    grids: Type.Array(PlaceAnswer),
    parents: Type.Array(PlaceAnswer),
    levels: LevelNamesAnswer,
    ownLevels: LevelNamesAnswer,
    areRaisersNamed: Type.Boolean(),
  }),
)
