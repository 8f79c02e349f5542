import type { Actor } from '../../../shared/kernel/event.ts'
import type { Refusal } from '../../../shared/kernel/refusal.ts'
import { decideSetLogin } from '../../../shared/people/log-in/decide-login.ts'
import type { Receipt } from '../../../shared/protocol/room.ts'
import type { AppContext } from '../../app/feature.ts'
import type { LoginRow } from '../../storage/tables/people.ts'
import { isOfAnother, writeLogin } from '../log-in/logins.ts'

/** Writes a log-in and the event that says so; every session with the old password ends but the one it is done in. */
export function setLogin(
  context: AppContext,
  actor: Actor,
  login: LoginRow,
  keptToken: string | null,
): Promise<Receipt | Refusal> {
  const { placeId } = actor
  const { personId } = login
  return context.journal.execute(
    {
      name: 'set-login',
      load: async (work) => ({ isTaken: await isOfAnother(work, login) }),
      decide: decideSetLogin,
      beside: async (work) => {
        await writeLogin(work, login)
        const sessions = work.deleteFrom('sessions').where('personId', '=', personId)
        await sessions.where('tokenHash', '!=', keptToken ?? '').execute()
      },
    },
    { placeId, personId },
    actor,
    context.newId(),
  )
}
