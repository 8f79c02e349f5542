import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../../shared/kernel/event.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { refuse } from '../../../shared/kernel/refusal.ts'
import type { AppContext } from '../../app/feature.ts'
import { makeClaimCode } from '../claims/claims.ts'
import { guestOnPaper, keyFor, MAX_NEW_KEYS, PerMinute } from './guests.ts'
import { actorAt, startSession } from './sessions.ts'

/** Gives keys to phones that have none, so many a minute from one address, and to paper. */
export function openKeys(context: () => AppContext): Pick<AppContext, 'knownAt' | 'paperKey'> {
  let newKeys: PerMinute | null = null
  return {
    async knownAt(request: FastifyRequest, reply: FastifyReply, placeId: PlaceId): Promise<Actor> {
      const { database, clock } = context()
      const actor = await actorAt(database.reader, request.session, placeId)
      if (actor.kind !== 'stranger') return actor
      newKeys ??= new PerMinute(clock, MAX_NEW_KEYS)
      if (newKeys.isTooOften(request.ip)) throw refuse('too-often')
      newKeys.add(request.ip)
      const guestId = await keyFor(context(), request.session, placeId)
      const session = { personId: request.session?.personId ?? null, guestId }
      await startSession(context(), request, reply, session)
      return actorAt(database.reader, session, placeId)
    },
    async paperKey(placeId, { guestId: known, name }) {
      const guestId = known ?? (await guestOnPaper(context(), placeId, name))
      return { guestId, code: await makeClaimCode(context(), placeId, guestId, 'paper') }
    },
  }
}
