import type { Actor } from '../../../shared/kernel/event.ts'
import { isRefusal, type Refusal } from '../../../shared/kernel/refusal.ts'
import type { NewLogin } from '../../../shared/people/log-in/login.ts'
import type { AppContext } from '../../app/feature.ts'
import type { LoginResetRow } from '../../storage/tables/people.ts'
import { hashedLogin } from '../log-in/logins.ts'
import { setLogin } from '../own/set-login.ts'
import { resetOfCode } from './queries.ts'

/** Whoever holds the code sets a log-in that only they know; every session of the old one ends. */
export async function useReset(
  context: AppContext,
  { personId, placeId, codeHash }: LoginResetRow,
  typed: NewLogin,
): Promise<Refusal | null> {
  const login = await hashedLogin(context, personId, typed)
  const about = { kind: 'person', name: null, roles: [], meetingId: null } as const
  const actor: Actor = { ...about, id: personId, personId, placeId }
  const now = context.clock.now()
  const outcome = await setLogin(context, actor, login, null, {
    isOpen: async (work) => (await resetOfCode(work, codeHash ?? '', now)) !== null,
    use: (work) =>
      work
        .updateTable('loginResets')
        .set({ usedAt: now.toISOString(), codeHash: null })
        .where('personId', '=', personId)
        .execute(),
  })
  return isRefusal(outcome) ? outcome : null
}
