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
