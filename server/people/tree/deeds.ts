import type { PlaceId } from '../../../shared/kernel/id.ts'
import { PLACE_DEEDS, type PlaceDeed, type PlaceDeedKind } from '../../../shared/people/tree.ts'
import type { Reader } from '../../storage/database.ts'

const MAX_DEEDS = 200

interface Told {
  readonly personId?: string
  readonly toParentId?: string
  readonly invitationId?: string
  readonly postId?: string
}

/** What was done to a place and its posts, the latest first. */
export async function deedsOf(reader: Reader, placeId: PlaceId): Promise<readonly PlaceDeed[]> {
  const rows = await reader
    .selectFrom('journal')
    .leftJoin('eventWords', (join) =>
      join.onRef('eventWords.placeId', '=', 'journal.placeId').onRef('eventWords.seq', '=', 'journal.seq'),
    )
    .select(['journal.seq', 'type', 'data', 'words', 'journal.actorId', 'recordedAt'])
    .where('journal.placeId', '=', placeId)
    .where('type', 'in', [...PLACE_DEEDS])
    .orderBy('journal.seq', 'desc')
    .limit(MAX_DEEDS)
    .execute()
  const told = rows.map(({ data }) => JSON.parse(data) as Told)
  const names = await namesOf(reader, [
    ...rows.map(({ actorId }) => actorId),
    ...told.flatMap(({ personId }) => personId ?? []),
  ])
  const places = await placeNamesOf(
    reader,
    told.flatMap(({ toParentId }) => toParentId ?? []),
  )
  const titles = await titlesOf(reader, placeId)
  return rows.map((row, nth) => {
    const { personId, toParentId, postId, invitationId } = told[nth]!
    const words = JSON.parse(row.words ?? '{}') as { name?: string; title?: string }
    const ofPost = titles.get(postId ?? '') ?? titles.get(invitationId ?? '') ?? ''
    return {
      seq: row.seq,
      kind: row.type as PlaceDeedKind,
      at: row.recordedAt,
      by: names.get(row.actorId) ?? null,
      who: personId === undefined ? null : (names.get(personId) ?? null),
      what: words.title ?? words.name ?? places.get(toParentId ?? '') ?? ofPost,
      placeId,
    }
  })
}

async function namesOf(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', ['', ...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function placeNamesOf(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('places')
    .select(['id', 'name'])
    .where('id', 'in', ['', ...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What each post and each invitation of the place is called. */
async function titlesOf(reader: Reader, placeId: PlaceId): Promise<ReadonlyMap<string, string>> {
  const posts = await reader
    .selectFrom('posts')
    .select(['id', 'title'])
    .where('placeId', '=', placeId)
    .execute()
  const invitations = await reader
    .selectFrom('invitations')
    .select(['id', 'title'])
    .where('placeId', '=', placeId)
    .execute()
  return new Map([...posts, ...invitations].map(({ id, title }) => [id, title]))
}
