import type { FastifyRequest } from 'fastify'

/** Of what nobody's identity changes. */
export const forEverybody = (): boolean => true

/** Whoever has no session is nobody in particular. */
export const forStrangers = ({ session }: FastifyRequest): boolean => session === null
