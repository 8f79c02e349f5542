import type { MeetingId } from '../../shared/kernel/id.ts'
import type { Work } from '../storage/database.ts'
import { digitsFrom, instanceSecret } from '../storage/secret.ts'

const SHORTEST = 4
const LONGEST = 9
const TRIES = 20

/**
 * A short code that no open meeting of this instance has. It follows from the meeting's id, so that a meeting
 * closed by slip usually gets the code back that is still on the wall, and from a secret, for the id is no secret.
 */
export async function freshCode(work: Work, meetingId: MeetingId): Promise<string> {
  const secret = await instanceSecret(work, 'meeting-codes')
  for (let digits = SHORTEST; digits <= LONGEST; digits++)
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const code = digitsFrom(secret, `${meetingId}/${attempt}`, digits)
      const taken = await work.selectFrom('meetings').select('id').where('code', '=', code).executeTakeFirst()
      if (!taken || taken.id === meetingId) return code
    }
  throw new Error(`expected a code of at most ${LONGEST} digits to be free, found none`)
}
