import Type, { type Static } from 'typebox'
import { Command, Id, OneOf, TextUpTo } from '../kernel/schema.ts'
import { MAX_LEVEL_NAME_LENGTH } from './levels.ts'
import { MAX_PLACE_NAME_LENGTH } from './place.ts'

export const FoundPlace = Command({
  kind: OneOf(['county', 'township', 'village', 'compound'] as const),
  name: TextUpTo(MAX_PLACE_NAME_LENGTH),
  parentId: Type.Union([Id(), Type.Null()]),
})
export type FoundPlace = Static<typeof FoundPlace>

export const RenamePlace = Command({ name: TextUpTo(MAX_PLACE_NAME_LENGTH) })
export type RenamePlace = Static<typeof RenamePlace>

const levelName = () => Type.Optional(TextUpTo(MAX_LEVEL_NAME_LENGTH))

/** What people here call each level; one that is missing is called by the usual word again. */
export const NameLevels = Command({
  levels: Type.Object(
    {
      grid: levelName(),
      compound: levelName(),
      village: levelName(),
      township: levelName(),
      county: levelName(),
    },
    { additionalProperties: false },
  ),
})
export type NameLevels = Static<typeof NameLevels>

/** Whether matters that come in with an old ledger name in public who raised them. */
export const SetRaiserNaming = Command({ areRaisersNamed: Type.Boolean() })
export type SetRaiserNaming = Static<typeof SetRaiserNaming>

export const DrawGrid = Command({ gridId: Id(), name: TextUpTo(MAX_PLACE_NAME_LENGTH) })
export type DrawGrid = Static<typeof DrawGrid>

export const RenameGrid = Command({ gridId: Id(), name: TextUpTo(MAX_PLACE_NAME_LENGTH) })
export type RenameGrid = Static<typeof RenameGrid>
