import type { FastifyRequest } from 'fastify'
import type { PersonId } from '../../../shared/kernel/id.ts'
import { isRefusal, refuse } from '../../../shared/kernel/refusal.ts'
import type { AppContext } from '../../app/feature.ts'
import { loginNameOf, tryLogin } from '../log-in/logins.ts'

/** A desk left open must not become somebody else's. @throws wrong-old-password, too-often, log-ins-crowded */
export async function mustKnowPassword(
  context: AppContext,
  request: FastifyRequest,
  personId: PersonId,
  password: string,
  field: string,
): Promise<void> {
  const loginName = await loginNameOf(context.database.reader, personId)
  if (loginName === null) return
  const found = await tryLogin(context, { loginName, password }, request)
  if (!isRefusal(found)) return
  throw found.refused === 'wrong-password' ? refuse('wrong-old-password', field) : found
}
