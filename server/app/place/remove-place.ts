import { sql } from 'kysely'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { ERASED_NAME } from '../../../shared/people/person.ts'
import type { Place } from '../../../shared/places/place.ts'
import { SYSTEM_ID } from '../../journal/system.ts'
import { eraseGrams, forgetErasedGrams } from '../../ledger/list/grams.ts'
import { writeEntry } from '../../people/security/entries.ts'
import { standingIn } from '../../places/queries.ts'
import type { Reader, Work } from '../../storage/database.ts'
import { dropOwn } from '../erasing/erase-person.ts'
import type { AppContext } from '../feature.ts'
import { PLACE_ROWS, TABLES } from './place-rows.ts'

/** Takes a place with all that stands in it out of every table, in one transaction. */
export async function removePlace(context: AppContext, top: Place): Promise<readonly object[]> {
  const { database, clock, journal } = context
  const at = clock.now().toISOString()
  const removed = await database.write(async (work) => {
    const ids = (await standingIn(work, top)).map(({ id }) => id)
    await mustStandAlone(work, ids)
    await leavePeople(work, ids, at)
    await leavePhones(work, ids)
    await removeRows(work, ids)
    await writeEntry(work, { kind: 'place-removed', placeId: top.parentId, at, byId: SYSTEM_ID })
    return ids
  })
  for (const placeId of removed) journal.bell.ring(placeId)
  await forgetErasedGrams(context)
  return [{ removed: top.name, places: removed.length }]
}

/** @throws a sentence where something elsewhere would be left without what it stands on */
async function mustStandAlone(reader: Reader, ids: readonly PlaceId[]): Promise<void> {
  const held = await reader
    .selectFrom('custodies')
    .select('concernId')
    .where('placeId', 'not in', ids)
    .where(({ eb, or }) => or([eb('holderId', 'in', ids), eb('offerToId', 'in', ids)]))
    .execute()
  if (held.length > 0)
    throw new Error(`${held.length} matters of other places lie in its hands: hand them back first.`)
  const posts = await reader
    .selectFrom('posts')
    .innerJoin('people', 'people.id', 'posts.personId')
    .select('people.name')
    .distinct()
    .where('people.placeId', 'in', ids)
    .where('posts.placeId', 'not in', ids)
    .where('endedAt', 'is', null)
    .execute()
  const names = posts.map(({ name }) => name).join(', ')
  if (posts.length > 0)
    throw new Error(`People of its roster hold posts elsewhere: end these first, or erase them (${names}).`)
}

/** Whoever once held a post elsewhere stays there in its past, without a name or log-in. */
async function leavePeople(work: Work, ids: readonly PlaceId[], at: string): Promise<void> {
  const { rows } = await sql<{ id: string; placeId: PlaceId }>`
    select people.id as id, min(other."placeId") as "placeId" from people
    join (select "personId", "placeId" from posts union select "personId", "placeId" from invitations) as other
      on other."personId" = people.id
    where people."placeId" in (${sql.join(ids)}) and other."placeId" not in (${sql.join(ids)})
    group by people.id`.execute(work)
  for (const { id, placeId } of rows) {
    await dropOwn(work, id)
    const gone = { placeId, householdId: null, name: ERASED_NAME, movedAwayAt: at }
    await work.updateTable('people').set(gone).where('id', '=', id).execute()
  }
}

/** A phone that also raised something elsewhere keeps the key to it. */
async function leavePhones(work: Work, ids: readonly PlaceId[]): Promise<void> {
  const { rows } = await sql<{ id: string; placeId: PlaceId }>`
    select guests.id as id, min(other."placeId") as "placeId" from guests
    join (
      select "raisedById" as id, "placeId" from concerns union select "authorId", "placeId" from comments
      union select "actorId", "placeId" from "concernVoices" union select "guestId", "placeId" from "claimCodes"
      union select "ratedById", "placeId" from ratings
    ) as other on other.id = guests.id
    where guests."placeId" in (${sql.join(ids)}) and other."placeId" not in (${sql.join(ids)})
    group by guests.id`.execute(work)
  for (const { id, placeId } of rows)
    await work.updateTable('guests').set({ placeId, meetingId: null }).where('id', '=', id).execute()
}

async function removeRows(work: Work, ids: readonly PlaceId[]): Promise<void> {
  const lines = await work.selectFrom('ledgerLines').select('line').where('placeId', 'in', ids).execute()
  for (const { line } of lines) await eraseGrams(work, line)
  for (const table of TABLES) {
    const rows = PLACE_ROWS[table]
    if (rows === null || table === 'places') continue
    await sql`delete from ${sql.table(table)} where ${rows(ids)}`.execute(work)
  }
  // What stands in another goes first.
  for (const id of [...ids].reverse()) await work.deleteFrom('places').where('id', '=', id).execute()
}
