import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../shared/kernel/event.ts'
import type { PersonId } from '../../shared/kernel/id.ts'
import { operationRefusal, type PermittedOperation } from '../../shared/permissions/operations.ts'

/** Who asks where no place is named, so that no post counts. */
export function sessionActor(session: FastifyRequest['session']): Pick<Actor, 'id' | 'kind' | 'roles'> {
  const kind = session?.personId ? 'person' : session?.guestId ? 'guest' : 'stranger'
  return { id: session?.personId ?? session?.guestId ?? '', kind, roles: [] }
}

/** Whose log-in this is, for what somebody keeps for themselves. @throws not-logged-in */
export function ownerAsking({ session }: FastifyRequest, name: PermittedOperation): PersonId {
  const personId = session?.personId ?? null
  const denied = operationRefusal(name, sessionActor(session), { are: personId ? ['oneself'] : [] })
  if (denied) throw denied
  return personId!
}
