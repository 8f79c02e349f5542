import type { FastifyServerOptions } from 'fastify'
import { createRequire } from 'node:module'

type Compilers = NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>
type Compile = (route: Route) => Checked
interface Route {
  readonly schema: object
}
type Checked = ((value: unknown) => unknown) & { errors?: unknown }

// Those that Fastify itself takes.
const ofFastify = createRequire(createRequire(import.meta.url).resolve('fastify'))
const compilers = {
  buildValidator: ofFastify('@fastify/ajv-compiler')() as (...options: unknown[]) => Compile,
  buildSerializer: ofFastify('@fastify/fast-json-stringify-compiler')() as (...options: unknown[]) => Compile,
}

/** By what it was made from: the instances of a worker have the same schemas, and each is compiled once for all of them. */
const made = new Map<string, Checked>()

/** Fastify's own compiler, asked when the first value comes. */
const whenAsked =
  (kind: string, build: (...options: unknown[]) => Compile) =>
  (...options: unknown[]): Compile => {
    let ofThisInstance: Compile | undefined
    const compile = (route: Route): Checked => {
      const key = JSON.stringify([kind, options, route.schema])
      const known = made.get(key)
      if (known) return known
      ofThisInstance ??= build(...options)
      const compiled = ofThisInstance(route)
      made.set(key, compiled)
      return compiled
    }
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
    buildValidator: whenAsked(
      'validator',
      compilers.buildValidator,
    ) as unknown as Compilers['buildValidator'],
    buildSerializer: whenAsked(
      'serializer',
      compilers.buildSerializer,
    ) as unknown as Compilers['buildSerializer'],
  },
}
