import type { FastifyServerOptions } from 'fastify'
import { createRequire } from 'node:module'

type Compilers = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>
type Compile = (route: object) => Checked
type Checked = ((value: unknown) => unknown) & { errors?: unknown }

// Those that Fastify itself takes.
const ofFastify = createRequire(createRequire(import.meta.url).resolve('fastify'))
const compilers = {
  buildValidator: ofFastify('@fastify/ajv-compiler')() as (...options: unknown[]) => Compile,
  buildSerializer: ofFastify('@fastify/fast-json-stringify-compiler')() as (...options: unknown[]) => Compile,
}

/** Fastify's own compiler, asked when the first value comes. */
const whenAsked =
  (build: (...options: unknown[]) => Compile) =>
  (...options: unknown[]): Compile => {
    const compile = build(...options)
    return (route) => {
      let compiled: Checked | undefined
      const checked: Checked = (value) => {
        compiled ??= compile(route)
        const answer = compiled(value)
        checked.errors = compiled.errors
        return answer
      }
      return checked
    }
  }

/**
 * The server compiles four hundred schemas before it listens; a story sends few of them anything. That every schema
 * compiles is shown by the stories that start the program itself (`process.test.ts`).
 */
export const schemasWhenAsked: FastifyServerOptions['schemaController'] = {
  compilersFactory: {
    buildValidator: whenAsked(compilers.buildValidator) as unknown as Compilers['buildValidator'],
    buildSerializer: whenAsked(compilers.buildSerializer) as unknown as Compilers['buildSerializer'],
  },
}
