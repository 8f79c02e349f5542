import Type, { type Static } from 'typebox'
import { LIMIT_UNITS } from '../calendar/counting.ts'
import { Command, Id, OneOf, TextUpTo } from '../kernel/schema.ts'
import { PLACE_KINDS } from '../places/place.ts'
import {
  MAX_ENTRY_NAME_LENGTH,
  MAX_GUIDANCE_LENGTH,
  MAX_LIMIT,
  STANCES,
  MAX_UNIT_LENGTH,
} from './catalogue.ts'

const Limit = Type.Union([
  Type.Object(
    { unit: OneOf(LIMIT_UNITS), count: Type.Integer({ minimum: 1, maximum: MAX_LIMIT }) },
    { additionalProperties: false },
  ),
  Type.Null(),
])

/** A new kind of matter, or new words for one that stands there already. */
export const WriteCatalogueEntry = Command({
  entryId: Id(),
  name: TextUpTo(MAX_ENTRY_NAME_LENGTH),
  unit: TextUpTo(MAX_UNIT_LENGTH),
  level: OneOf(PLACE_KINDS),
  limit: Limit,
  guidance: TextUpTo(MAX_GUIDANCE_LENGTH),
  stance: OneOf(STANCES),
})
export type WriteCatalogueEntry = Static<typeof WriteCatalogueEntry>

export const DropCatalogueEntry = Command({ entryId: Id() })
export type DropCatalogueEntry = Static<typeof DropCatalogueEntry>
