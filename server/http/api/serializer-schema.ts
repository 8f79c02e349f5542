type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The same answer for Fastify's serializer, which tries the parts of every union on every value: null beside one
 * other part becomes `nullable`, constants of one type become that type, and other unions go out as they are.
 */
export function serializerSchema(schema: unknown): Json {
  if (!isObject(schema)) return {}
  const { anyOf, properties, items, additionalProperties, ...rest } = schema
  if (Array.isArray(anyOf)) return unionOf(anyOf)
  // Told elsewhere: nothing of it is left out.
  if (additionalProperties === true) return {}
  return {
    ...rest,
    ...(isObject(properties) ? { properties: mapped(properties) } : {}),
    ...(items === undefined ? {} : { items: serializerSchema(items) }),
    ...(additionalProperties === undefined ? {} : { additionalProperties }),
  }
}

const mapped = (properties: Json): Json =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, serializerSchema(schema)]))

function unionOf(parts: readonly Json[]): Json {
  const others = parts.filter(({ type }) => type !== 'null')
  const [first] = others
  if (first && others.length === 1) return { ...serializerSchema(first), nullable: true }
  const types = new Set(parts.map((part) => ('const' in part ? part['type'] : undefined)))
  const [type] = types
  return types.size === 1 && type !== undefined ? { type } : {}
}
