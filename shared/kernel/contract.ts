import type { Static, TSchema } from 'typebox'

/** One command as both sides know it: its name, which is the last part of its address, and what its body must be. */
export interface CommandContract<Name extends string = string, Body extends TSchema = TSchema> {
  readonly name: Name
  readonly body: Body
}

export const command = <const Name extends string, Body extends TSchema>(
  name: Name,
  body: Body,
): CommandContract<Name, Body> => ({ name, body })

/** What the body of the command of this name holds. */
export type BodyOf<
  Contracts extends readonly CommandContract[],
  Name extends Contracts[number]['name'],
> = Static<Extract<Contracts[number], { readonly name: Name }>['body']>

/** The same value to somebody who only reads it. */
export type DeepReadonly<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }

/** One read as both sides know it: where it is asked, what may stand in the address and what is answered. */
export interface ReadContract<
  Path extends string = string,
  Params extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Answer extends TSchema = TSchema,
> {
  /** With `:name` for each parameter, as Fastify writes it. */
  readonly path: Path
  /** One sentence for the description of the interface. */
  readonly summary: string
  readonly params: Params
  readonly query: Query
  readonly answer: Answer
}

export const read = <
  const Path extends string,
  Params extends TSchema,
  Query extends TSchema,
  Answer extends TSchema,
>(
  path: Path,
  contract: Omit<ReadContract<Path, Params, Query, Answer>, 'path'>,
): ReadContract<Path, Params, Query, Answer> => ({ path, ...contract })

type ReadAt<Contracts extends readonly ReadContract[], Path> = Extract<
  Contracts[number],
  { readonly path: Path }
>

export type ParamsOf<
  Contracts extends readonly ReadContract[],
  Path extends Contracts[number]['path'],
> = Static<ReadAt<Contracts, Path>['params']>

export type QueryOf<
  Contracts extends readonly ReadContract[],
  Path extends Contracts[number]['path'],
> = Static<ReadAt<Contracts, Path>['query']>

export type AnswerOf<
  Contracts extends readonly ReadContract[],
  Path extends Contracts[number]['path'],
> = DeepReadonly<Static<ReadAt<Contracts, Path>['answer']>>

/** One change that is not a command of the journal (a session, a mailbox, a saved view), as both sides know it. */
export interface OperationContract<
  Method extends 'POST' | 'DELETE' = 'POST' | 'DELETE',
  Path extends string = string,
  Params extends TSchema = TSchema,
  Body extends TSchema = TSchema,
  Answer extends TSchema = TSchema,
  Id extends string = string,
> {
  readonly operationId: Id
  readonly method: Method
  /** With `:name` for each parameter, as Fastify writes it. */
  readonly path: Path
  /** One sentence for the description of the interface. */
  readonly summary: string
  readonly params: Params
  readonly body: Body
  readonly answer: Answer
}

export const operation = <
  const Id extends string,
  const Method extends 'POST' | 'DELETE',
  const Path extends string,
  Params extends TSchema,
  Body extends TSchema,
  Answer extends TSchema,
>(
  operationId: Id,
  method: Method,
  path: Path,
  contract: Pick<
    OperationContract<Method, Path, Params, Body, Answer>,
    'summary' | 'params' | 'body' | 'answer'
  >,
): OperationContract<Method, Path, Params, Body, Answer, Id> => ({ operationId, method, path, ...contract })

/** An address with its parameters filled in: `/api/places/:placeId/claims` → `/api/places/${string}/claims`. */
export type FilledIn<Path extends string> = Path extends `${infer Before}:${string}/${infer After}`
  ? `${Before}${string}/${FilledIn<After>}`
  : Path extends `${infer Before}:${string}`
    ? `${Before}${string}`
    : Path

/** What this contract answers. */
export type AnswerIn<Contract> = Contract extends { readonly answer: infer Answer extends TSchema }
  ? DeepReadonly<Static<Answer>>
  : never

/** What is sent by this contract. */
export type BodyIn<Contract> = Contract extends { readonly body: infer Body extends TSchema }
  ? DeepReadonly<Static<Body>>
  : never
