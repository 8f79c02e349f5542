import Type, { type Static } from 'typebox'
import { LIMIT_UNITS } from '../calendar/counting.ts'
import { Command, Id, OneOf, TextUpTo } from '../kernel/schema.ts'
import { PLACE_KINDS } from '../places/place.ts'
import { ENTRY_NAME_LONGEST, GUIDANCE_LONGEST, LIMIT_MOST, STANCES, UNIT_LONGEST } from './catalogue.ts'

const Limit = Type.Union([
  Type.Object(
    { unit: OneOf(LIMIT_UNITS), count: Type.Integer({ minimum: 1, maximum: LIMIT_MOST }) },
    { additionalProperties: false },
  ),
  Type.Null(),
])

/** A new kind of matter, or new words for one that stands there already. */
export const WriteCatalogueEntry = Command({
  entryId: Id(),
  name: TextUpTo(ENTRY_NAME_LONGEST),
  unit: TextUpTo(UNIT_LONGEST),
  level: OneOf(PLACE_KINDS),
  limit: Limit,
  guidance: TextUpTo(GUIDANCE_LONGEST),
  stance: OneOf(STANCES),
})
export type WriteCatalogueEntry = Static<typeof WriteCatalogueEntry>

export const DropCatalogueEntry = Command({ entryId: Id() })
export type DropCatalogueEntry = Static<typeof DropCatalogueEntry>
