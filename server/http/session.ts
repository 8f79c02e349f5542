import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ActorId } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { Clock, Session, SessionCookie } from '../app/feature.ts'
import { sendRefusal } from './errors.ts'

export const COOKIE = 'liangting'
/** Browsers take such a cookie over TLS alone, for this host alone, and from nobody but it (RFC 6265bis). */
const OF_HOST = '__Host-'
const SESSION_MS = 180 * 24 * 60 * 60_000
const TOKEN_BYTES = 32

declare module 'fastify' {
  interface FastifyInstance {
    /** A proxy is configured, or the address at which one stands. */
    isBehindProxy: boolean
  }
  interface FastifyRequest {
    session: Session | null
    /** Hash of the token that the browser sent; the session is looked up by it. */
    tokenHash: string | null
    /** The token that came under the name of before. */
    takenOver: string | null
  }
}

export const tokenHashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export const actorIdOf = (session: Session | null): ActorId | null =>
  session?.personId ?? session?.guestId ?? null

export interface SessionOptions {
  readonly find: (tokenHash: string) => Promise<Session | null>
  readonly cookie: Pick<SessionCookie, 'nameOf' | 'takeOver'>
  /** Whether a session began before cookies had the name that they have now. */
  readonly isFromBefore: (tokenHash: string) => Promise<boolean>
  /** Addresses from which pages may speak to us besides the one they were asked at. */
  readonly publicUrl: string | null
  readonly trustedProxies: readonly string[]
}

/** Gives every request its session and refuses what another site's page sends. */
export function readSessions(app: FastifyInstance, options: SessionOptions): void {
  app.decorate('isBehindProxy', options.trustedProxies.length > 0 || options.publicUrl !== null)
  app.decorateRequest('session', null)
  app.decorateRequest('tokenHash', null)
  app.decorateRequest('takenOver', null)
  app.addHook('onRequest', async (request, reply) => {
    // Another site's page may open a socket with a ticket that it was given, and then the cookie counts for nothing.
    if (isSocket(request) && isWithTicket(request)) return undefined
    if (changesSomething(request) && !isOwnOrigin(request, options.publicUrl))
      return sendRefusal(request, reply, refuse('wrong-origin'))
    const token = request.cookies[options.cookie.nameOf(COOKIE)] ?? (await tokenFromBefore(request, options))
    if (token) {
      request.tokenHash = tokenHashOf(token)
      request.session = await options.find(request.tokenHash)
    }
    return undefined
  })
  app.addHook('onSend', async ({ session, takenOver }, reply) => {
    // Nobody's answer is kept by a cache with somebody's cookie in it.
    if (session && takenOver && !/public/.test(String(reply.getHeader('cache-control') ?? '')))
      options.cookie.takeOver(reply, takenOver)
  })
}

/** Under the plain name, where it has another one now: what a neighbouring host may have planted since counts for nothing. */
async function tokenFromBefore(
  request: FastifyRequest,
  options: SessionOptions,
): Promise<string | undefined> {
  const token = request.cookies[COOKIE]
  if (!token || !(await options.isFromBefore(tokenHashOf(token)))) return undefined
  request.takenOver = token
  return token
}

const isSocket = (request: FastifyRequest): boolean => request.headers.upgrade?.toLowerCase() === 'websocket'

const isWithTicket = ({ query }: FastifyRequest): boolean =>
  (query as { ticket?: unknown }).ticket !== undefined

const changesSomething = (request: FastifyRequest): boolean =>
  !['GET', 'HEAD', 'OPTIONS'].includes(request.method) || isSocket(request)

// Browsers always send Origin with writes and sockets; a program without one carries no stolen cookie.
function isOwnOrigin(request: FastifyRequest, publicUrl: string | null): boolean {
  const { origin } = request.headers
  if (origin === undefined) return true
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true
  try {
    const url = new URL(origin)
    return /^https?:$/.test(url.protocol) && url.origin === origin && url.host === request.headers.host
  } catch {
    return false
  }
}

interface CookieContext {
  readonly clock: Clock
  readonly newToken: (bytes: number) => string
  readonly secureCookies: boolean
}

export function sessionCookie({ clock, newToken, secureCookies }: CookieContext): SessionCookie {
  const how = { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies } as const
  const nameOf = (name: string): string => (secureCookies ? OF_HOST + name : name)
  const maxAge = SESSION_MS / 1000
  return {
    nameOf,
    issue(reply) {
      const token = newToken(TOKEN_BYTES)
      reply.setCookie(nameOf(COOKIE), token, { ...how, maxAge })
      return {
        tokenHash: tokenHashOf(token),
        endsAt: new Date(clock.now().getTime() + SESSION_MS).toISOString(),
      }
    },
    takeOver(reply, token) {
      const { serializeCookie } = reply.server
      const set = [reply.getHeader('set-cookie') ?? []].flat().map(String)
      // Whoever logs in or out with this answer has another one.
      if (set.some((one) => one.startsWith(`${nameOf(COOKIE)}=`))) return
      reply.header('set-cookie', serializeCookie(nameOf(COOKIE), token, { ...how, maxAge }))
      reply.header('set-cookie', serializeCookie(COOKIE, '', { ...how, maxAge: 0 }))
    },
    keep: (reply, name, value, seconds) =>
      void reply.setCookie(nameOf(name), value, { ...how, maxAge: seconds }),
    clear: (reply) => void reply.clearCookie(nameOf(COOKIE), how),
  }
}
