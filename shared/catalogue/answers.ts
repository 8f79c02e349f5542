import Type from 'typebox'
import { DayLimitOrNullAnswer } from '../calendar/answers.ts'
import { Closed, Id, OneOf, schemaFor } from '../kernel/schema.ts'
import { LevelNamesAnswer } from '../places/answers.ts'
import { PLACE_KINDS } from '../places/place.ts'
import { STANCES, type CatalogueView } from './catalogue.ts'

export const CatalogueViewAnswer = schemaFor<CatalogueView>()(
  Closed({
    asOf: Type.Integer(),
    version: Type.Integer(),
    latest: Type.Integer(),
    entries: Type.Array(
      Closed({
        id: Id(),
        version: Type.Integer(),
        name: Type.String(),
        unit: Type.String(),
        level: OneOf(PLACE_KINDS),
        limit: DayLimitOrNullAnswer,
        guidance: Type.String(),
        stance: OneOf(STANCES),
        isDropped: Type.Boolean(),
        writtenAt: Type.String(),
      }),
    ),
    levels: LevelNamesAnswer,
  }),
)
