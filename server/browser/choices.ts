import type { FastifyReply } from 'fastify'

const YEAR_S = 365 * 24 * 60 * 60

/** Pages with and without scripts read these cookies; they say how somebody reads, not who they are. */
export const keepChoice = (reply: FastifyReply, name: 'language' | 'letters', value: string): void =>
  void reply.setCookie(name, value, { path: '/', maxAge: YEAR_S, sameSite: 'lax' })
