import Type from 'typebox'

/** What every command answers once it is on disk. */
export const ReceiptAnswer = Type.Object({
  placeId: Type.String(),
  seq: Type.Integer(),
  at: Type.String(),
})

/** What is answered instead, with a sentence that says what to do. */
export const RefusalAnswer = Type.Object({
  refused: Type.String(),
  field: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer()),
  who: Type.Optional(Type.String()),
  sentence: Type.String(),
})

export const refusals = { '4xx': RefusalAnswer, '5xx': RefusalAnswer }

/** The responses of a route that answers with a file of this type. */
export const fileResponses = (type: string) => ({
  200: { content: { [type]: { schema: Type.String() } } },
  ...refusals,
})
