import type { Instant } from '../../../shared/kernel/event.ts'
import type { ActorId, PersonId, PlaceId } from '../../../shared/kernel/id.ts'
import {
  SECURITY_LOG_DAYS,
  type SecurityAbout,
  type SecurityKind,
} from '../../../shared/people/security/security-log.ts'
import type { Sweep } from '../../app/feature.ts'
import type { Reader, Work } from '../../storage/database.ts'

const DAY_MS = 24 * 60 * 60_000

/** What is written down: ids and words of closed lists, and nothing that anybody typed. */
export interface Entry {
  readonly kind: SecurityKind
  readonly placeId: PlaceId | null
  readonly at: Instant
  readonly byId?: ActorId | PersonId | null
  readonly personId?: PersonId | null
  readonly about?: SecurityAbout | null
  readonly count?: number
  /** One row for all that share it, with how many they were. */
  readonly foldKey?: string
}

/** Written in the transaction of what it tells. */
export async function writeEntry(work: Work, entry: Entry): Promise<void> {
  const { byId = null, personId = null, about = null, count = 1, foldKey = null, at, kind, placeId } = entry
  const row = { placeId, kind, at, lastAt: at, byId, personId, about, count, foldKey }
  await work
    .insertInto('securityLog')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('foldKey')
        .doUpdateSet(({ eb }) => ({ lastAt: at, count: eb('securityLog.count', '+', count) })),
    )
    .execute()
}

/** Where what somebody does about their log-in is told: wherever they hold a post, else where they live. */
export async function placesOf(reader: Reader, personId: PersonId): Promise<readonly PlaceId[]> {
  const posts = await reader
    .selectFrom('posts')
    .select('placeId')
    .distinct()
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
  if (posts.length > 0) return posts.map(({ placeId }) => placeId)
  const lives = await reader.selectFrom('people').select('placeId').where('id', '=', personId).execute()
  return lives.map(({ placeId }) => placeId)
}

/** One row for each place of theirs. */
export async function writeOfPerson(
  work: Work,
  personId: PersonId,
  entry: Omit<Entry, 'placeId'>,
): Promise<void> {
  for (const placeId of await placesOf(work, personId)) {
    const { foldKey } = entry
    const folded = foldKey === undefined ? {} : { foldKey: `${foldKey}/${placeId}` }
    await writeEntry(work, { ...entry, ...folded, placeId })
  }
}

export const forgetOldEntries: Sweep = ({ database, clock }) =>
  database.write(async (work) => {
    const kept = new Date(clock.now().getTime() - SECURITY_LOG_DAYS * DAY_MS).toISOString()
    await work.deleteFrom('securityLog').where('lastAt', '<', kept).execute()
  })
