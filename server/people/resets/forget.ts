import { INVITATION_DAYS } from '../../../shared/people/log-in/invitation.ts'
import { RESET_TOLD_DAYS } from '../../../shared/people/log-in/login-reset.ts'
import type { Sweep } from '../../app/feature.ts'

const DAY_MS = 24 * 60 * 60_000

/** What was not used in time, and what its owner was told of for long enough. */
export const forgetResets: Sweep = ({ database, clock }) =>
  database.write(async (work) => {
    const before = (days: number) => new Date(clock.now().getTime() - days * DAY_MS).toISOString()
    const waiting = before(INVITATION_DAYS)
    await work.deleteFrom('loginResets').where('usedAt', '<', before(RESET_TOLD_DAYS)).execute()
    await work
      .deleteFrom('loginResets')
      .where('usedAt', 'is', null)
      .where(({ fn }) => fn.coalesce('confirmedAt', 'askedAt'), '<', waiting)
      .execute()
  })
