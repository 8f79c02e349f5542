import type { Actor } from '../../../shared/kernel/event.ts'
import type { Refusal } from '../../../shared/kernel/refusal.ts'
import { decideSetLogin } from '../../../shared/people/log-in/decide-login.ts'
import type { Receipt } from '../../../shared/protocol/room.ts'
import type { AppContext } from '../../app/feature.ts'
import type { Work } from '../../storage/database.ts'
import { isOfAnother, writeLogin, type NewLoginRow } from '../log-in/logins.ts'

/** What lets somebody set theirs anew: looked at again, and used, in the same transaction. */
interface Reset {
  readonly isOpen: (work: Work) => Promise<boolean>
  readonly use: (work: Work) => Promise<unknown>
}

/** Writes a log-in and the event that says so; every session with the old password ends but the one it is done in. */
export function setLogin(
  context: AppContext,
  actor: Actor,
  login: NewLoginRow,
  keptToken: string | null,
  reset?: Reset,
): Promise<Receipt | Refusal> {
  const { placeId } = actor
  const { personId } = login
  return context.journal.execute(
    {
      name: 'set-login',
      load: async (work) => ({
        isTaken: await isOfAnother(work, login),
        isOver: reset !== undefined && !(await reset.isOpen(work)),
      }),
      decide: decideSetLogin,
      beside: async (work) => {
        await writeLogin(work, login)
        await reset?.use(work)
        // Whoever could not get in, or was given a password, may have lost what else opens.
        if (reset || login.setById !== personId)
          await work.deleteFrom('passkeys').where('personId', '=', personId).execute()
        const sessions = work.deleteFrom('sessions').where('personId', '=', personId)
        await sessions.where('tokenHash', '!=', keptToken ?? '').execute()
      },
    },
    { placeId, personId },
    actor,
    context.newId(),
  )
}
