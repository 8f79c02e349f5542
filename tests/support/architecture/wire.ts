import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import ts from 'typescript'
import { commands, operations, reads } from '../../../shared/api.ts'
import * as minutesFrames from '../../../server/minutes/relay/frames.ts'
import { CLOSE_RESTORED, CLOSE_WHEN } from '../../../shared/protocol/down.ts'

/** All that a page and the server must understand alike. */
export interface Wire {
  readonly commands: Readonly<Record<string, unknown>>
  readonly reads: Readonly<Record<string, unknown>>
  readonly operations: Readonly<Record<string, unknown>>
  /** Frames of `/live` with all events, as their types are made: names of types and comments do not count. */
  readonly frames: Readonly<Record<string, string>>
  /** The numbers of the messages of the minutes socket. */
  readonly minutes: Readonly<Record<string, unknown>>
  readonly closes: unknown
}

const FRAMES = { down: ['shared/protocol/down.ts', 'DownFrame'] } as const
let frames: Wire['frames'] | undefined

export const wireNow = (): Wire => ({
  commands: Object.fromEntries(commands.map(({ name, body }) => [name, body])),
  reads: Object.fromEntries(
    reads.map(({ path, params, query, answer }) => [path, { params, query, answer }]),
  ),
  operations: Object.fromEntries(
    operations.map(({ method, path, params, body, answer }) => [
      `${method} ${path}`,
      { params, body, answer },
    ]),
  ),
  frames: (frames ??= framesNow()),
  minutes: Object.fromEntries(Object.entries(minutesFrames).filter(([, value]) => typeof value === 'number')),
  closes: { CLOSE_WHEN, CLOSE_RESTORED },
})

export const digestOf = (wire: Wire): string =>
  createHash('sha256').update(canonical(wire)).digest('hex').slice(0, 16)

const SAYS_NOTHING = new Set(['description', 'title', 'summary'])

/** The same text for the same schema, however its keys are ordered and whatever it is described as. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (key, one: unknown) => {
    if (typeof one === 'string' && SAYS_NOTHING.has(key)) return undefined
    if (one === null || typeof one !== 'object' || Array.isArray(one)) return one
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
  })

function framesNow(): Wire['frames'] {
  const root = resolve(import.meta.dirname, '../../..')
  const files = Object.values(FRAMES).map(([file]) => resolve(root, file))
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  })
  const checker = program.getTypeChecker()
  return Object.fromEntries(
    Object.entries(FRAMES).map(([key, [file, name]]) => {
      const source = program.getSourceFile(resolve(root, file))!
      const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source)!)
      const symbol = exported.find((one) => one.name === name)!
      return [key, shapeOf(checker.getDeclaredTypeOfSymbol(symbol), checker, [])]
    }),
  )
}

const LEAVES = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike

/** A type written out in full, its members in order. */
function shapeOf(type: ts.Type, checker: ts.TypeChecker, within: readonly ts.Type[]): string {
  if (within.includes(type)) return '…'
  const inside = [...within, type]
  const of = (one: ts.Type): string => shapeOf(one, checker, inside)
  // An id is a text with a brand that only the compiler sees.
  if (type.isIntersection() && type.types.some(({ flags }) => flags & LEAVES)) return of(type.types[0]!)
  if (type.isUnion()) return [...new Set(type.types.map(of))].sort().join('|')
  if (type.flags & LEAVES || !(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)))
    return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)
  if (checker.isArrayLikeType(type))
    return `[${checker
      .getTypeArguments(type as ts.TypeReference)
      .map(of)
      .join(',')}]`
  const indexed = checker.getIndexInfosOfType(type).map((one) => `[${of(one.keyType)}]:${of(one.type)}`)
  const members = checker.getPropertiesOfType(type).map((member) => {
    const isOptional = member.flags & ts.SymbolFlags.Optional
    return `${member.name}${isOptional ? '?' : ''}:${of(checker.getTypeOfSymbol(member))}`
  })
  return `{${[...indexed, ...members].sort().join(';')}}`
}
