import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../shared/kernel/event.ts'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { refuse } from '../../shared/kernel/refusal.ts'
import type { Parts } from '../feature.ts'
import { makeClaimCode } from './claims.ts'
import { guestOnPaper, keyFor, NEW_KEYS_MOST, PerMinute } from './guests.ts'
import { actorAt, startSession } from './sessions.ts'

/** Gives keys to phones that have none, so many a minute from one address, and to paper. */
export function openKeys(parts: () => Parts): Pick<Parts, 'knownAt' | 'paperKey'> {
  let newKeys: PerMinute | null = null
  return {
    async knownAt(request: FastifyRequest, reply: FastifyReply, placeId: PlaceId): Promise<Actor> {
      const { database, clock } = parts()
      const actor = await actorAt(database.reader, request.session, placeId)
      if (actor.kind !== 'stranger') return actor
      newKeys ??= new PerMinute(clock, NEW_KEYS_MOST)
      if (newKeys.isTooOften(request.ip)) throw refuse('too-often')
      newKeys.add(request.ip)
      const guestId = await keyFor(parts(), request.session, placeId)
      const session = { personId: request.session?.personId ?? null, guestId }
      await startSession(parts(), request, reply, session)
      return actorAt(database.reader, session, placeId)
    },
    async paperKey(placeId, { guestId: known, name }) {
      const guestId = known ?? (await guestOnPaper(parts(), placeId, name))
      return { guestId, code: await makeClaimCode(parts(), placeId, guestId, 'paper') }
    },
  }
}
