import Type, { type Static, type TSchema, type TString, type TUnsafe } from 'typebox'
import type { DeepReadonly } from './contract.ts'
import { DAY_PATTERN, TIME_PATTERN } from './day.ts'
import { ID_PATTERN } from './id.ts'
import { MAX_TYPED_CODE_LENGTH } from './text/plain-code.ts'

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
export const TimeTextOrNull = () => Type.Union([Type.String({ pattern: TIME_PATTERN }), Type.Null()])

/** One of these words; typed by hand, because a union made from a list is `never` to `Static`. */
export const OneOf = <Word extends string>(words: readonly Word[]) =>
  Type.Unsafe<Word>(Type.Union(words.map((word) => Type.Literal(word))))

/** A command's body: exactly these fields, and always the place it is about. */
export const Command = <Fields extends Record<string, TSchema>>(fields: Fields) =>
  Type.Object({ placeId: Id(), ...fields }, { additionalProperties: false })

/** What may stand in an address or an answer: exactly these fields. */
export const Closed = <Fields extends Record<string, TSchema>>(fields: Fields) =>
  Type.Object(fields, { additionalProperties: false })

/** What is not looked at: reads that took no question before go on as if there were none. */
export const AnyQuery = Type.Object({})
/** An object whose fields are told elsewhere. */
export const AnyObject = <Shape>() => Type.Unsafe<Shape>(Type.Object({}, { additionalProperties: true }))

/** Nothing may stand there. */
export const Nothing = Closed({})
export const AtPlace = Closed({ placeId: Id() })
/** Which screen asks. */
export const AsWindow = Closed({ as: Type.Optional(OneOf(['phone', 'wall', 'desk'])) })
export const AtMeeting = Closed({ placeId: Id(), meetingId: Id() })

/** This text or null. */
export const TextOrNull = () => Type.Unsafe<string | null>({ type: ['string', 'null'] })
export const CountOrNull = () => Type.Unsafe<number | null>({ type: ['integer', 'null'] })
/** One of these words or null. */
export const OneOfOrNull = <Word extends string>(words: readonly Word[]) =>
  Type.Unsafe<Word | null>({ type: ['string', 'null'], enum: [...words, null] })
export const OrNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

type IsSame<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false

// Two types fit each other also where one lacks an optional field of the other.
type AllFields<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : { readonly [Key in keyof Value]-?: AllFields<Value[Key]> }

/** A schema of exactly this type: a field that one has and the other has not does not compile. */
export const schemaFor =
  <Shape>() =>
  <Schema extends TSchema>(
    schema: IsSame<DeepReadonly<Static<Schema>>, DeepReadonly<Shape>> extends true
      ? IsSame<AllFields<Static<Schema>>, AllFields<Shape>> extends true
        ? Schema
        : never
      : never,
  ): TUnsafe<Shape> =>
    schema as unknown as TUnsafe<Shape>
