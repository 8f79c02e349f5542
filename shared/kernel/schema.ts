import Type, { type TString } from 'typebox'
import { DAY_PATTERN } from './day.ts'
import { ID_PATTERN } from './id.ts'
import { MAX_TYPED_CODE_LENGTH } from './plain-code.ts'

// One letter can be a dozen code points (a family emoji); the rule counts letters, this only bounds bytes.
const CODE_POINTS_PER_GRAPHEME = 12

/** Text of at most `limit` graphemes; the exact count is the rule's (`textRefusal`). */
export const TextUpTo = (limit: number): TString =>
  Type.String({ minLength: 1, maxLength: limit * CODE_POINTS_PER_GRAPHEME, 'x-graphemes': limit })

/** A code as somebody types it, grouped and spaced however they like. */
export const TypedCode = (): TString => Type.String({ minLength: 1, maxLength: MAX_TYPED_CODE_LENGTH })

export const Id = (): TString => Type.String({ pattern: ID_PATTERN })
export const IdOrNull = () => Type.Union([Id(), Type.Null()])
export const DayText = (): TString => Type.String({ pattern: DAY_PATTERN })

/** One of these words; typed by hand, because a union made from a list is `never` to `Static`. */
export const OneOf = <Word extends string>(words: readonly Word[]) =>
  Type.Unsafe<Word>(Type.Union(words.map((word) => Type.Literal(word))))

/** A command's body: exactly these fields, and always the place it is about. */
export const Command = <Fields extends Record<string, import('typebox').TSchema>>(fields: Fields) =>
  Type.Object({ placeId: Id(), ...fields }, { additionalProperties: false })
