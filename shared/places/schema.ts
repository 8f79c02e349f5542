import Type, { type Static } from 'typebox'
import { Command, Id, TextUpTo } from '../kernel/schema.ts'
import { PLACE_NAME_LONGEST } from './place.ts'

export const FoundPlace = Command({
  kind: Type.Union([Type.Literal('township'), Type.Literal('village'), Type.Literal('compound')]),
  name: TextUpTo(PLACE_NAME_LONGEST),
  parentId: Type.Union([Id(), Type.Null()]),
})
export type FoundPlace = Static<typeof FoundPlace>

export const RenamePlace = Command({ name: TextUpTo(PLACE_NAME_LONGEST) })
export type RenamePlace = Static<typeof RenamePlace>

export const DrawGrid = Command({ gridId: Id(), name: TextUpTo(PLACE_NAME_LONGEST) })
export type DrawGrid = Static<typeof DrawGrid>
