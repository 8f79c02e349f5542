import type { FastifyInstance } from 'fastify'
import { withoutControls } from '../../shared/kernel/text/text.ts'

/** Nobody reads a password; it stays what was typed. */
const isSecret = (field: string): boolean => /password/i.test(field)

/** Takes control characters, which a paste brings along and nobody sees, out of every body before it is checked. */
export function plainTexts(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (isFields(request.body)) request.body = plain(request.body)
  })
}

const isFields = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype

function plain(value: unknown): unknown {
  if (typeof value === 'string') return withoutControls(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(plain)
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, isSecret(field) ? inner : plain(inner)]),
  )
}
