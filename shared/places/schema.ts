import Type, { type Static } from 'typebox'
import { Command, Id, TextUpTo } from '../kernel/schema.ts'
import { LEVEL_NAME_LONGEST } from './levels.ts'
import { PLACE_NAME_LONGEST } from './place.ts'

export const FoundPlace = Command({
  kind: Type.Union([Type.Literal('township'), Type.Literal('village'), Type.Literal('compound')]),
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

export const DrawGrid = Command({ gridId: Id(), name: TextUpTo(PLACE_NAME_LONGEST) })
export type DrawGrid = Static<typeof DrawGrid>
