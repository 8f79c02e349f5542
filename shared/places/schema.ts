import Type, { type Static } from 'typebox'
import { Command, Id, OneOf, TextUpTo } from '../kernel/schema.ts'
import { LEVEL_NAME_LONGEST } from './levels.ts'
import { PLACE_NAME_LONGEST } from './place.ts'

export const FoundPlace = Command({
  kind: OneOf(['county', 'township', 'village', 'compound'] as const),
  name: TextUpTo(PLACE_NAME_LONGEST),
  parentId: Type.Union([Id(), Type.Null()]),
})
export type FoundPlace = Static<typeof FoundPlace>

export const RenamePlace = Command({ name: TextUpTo(PLACE_NAME_LONGEST) })
export type RenamePlace = Static<typeof RenamePlace>

const levelName = () => Type.Optional(TextUpTo(LEVEL_NAME_LONGEST))

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

export const DrawGrid = Command({ gridId: Id(), name: TextUpTo(PLACE_NAME_LONGEST) })
export type DrawGrid = Static<typeof DrawGrid>

export const RenameGrid = Command({ gridId: Id(), name: TextUpTo(PLACE_NAME_LONGEST) })
export type RenameGrid = Static<typeof RenameGrid>
