import type { MeetingId } from '../../shared/kernel/id.ts'
import type { Reader } from '../storage/database.ts'

const SHORTEST = 4
const LONGEST = 9
const TRIES = 20

/**
 * A short code that no open meeting of this instance has. It follows from the meeting's id, so that a meeting
 * closed by slip usually gets the code back that is still on the wall.
 */
export async function freshCode(reader: Reader, meetingId: MeetingId): Promise<string> {
  for (let digits = SHORTEST; digits <= LONGEST; digits++)
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const code = codeFrom(`${meetingId}/${attempt}`, digits)
      const taken = await reader
        .selectFrom('meetings')
        .select('id')
        .where('code', '=', code)
        .executeTakeFirst()
      if (!taken || taken.id === meetingId) return code
    }
  throw new Error(`expected a code of at most ${LONGEST} digits to be free, found none`)
}

/** FNV-1a with a final mix; the first digit is never 0, so that nobody leaves it out. */
export function codeFrom(text: string, digits: number): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  const least = 10 ** (digits - 1)
  return String(least + (((hash ^ (hash >>> 16)) >>> 0) % (9 * least)))
}
