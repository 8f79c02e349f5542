import type { Photo, PhotoScale } from '../../../shared/commitments/photo.ts'
import { PHOTO_WAITS_MS, MAX_PLACE_PHOTO_BYTES } from '../../../shared/commitments/photo.ts'
import type { ActorId, CommitmentId, PhotoId, PlaceId } from '../../../shared/kernel/id.ts'
import { refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import type { Sweep } from '../../app/feature.ts'
import type { Reader, Work } from '../../storage/database.ts'
import type { PhotoRow } from '../../storage/tables/commitments.ts'
import type { MadePhoto } from './photo-making.ts'

/** Photos that came with a report, by promise and in the order in which they came. */
export async function photosOf(
  reader: Reader,
  placeId: PlaceId,
  commitmentId?: CommitmentId,
): Promise<readonly Photo[]> {
  const all = reader
    .selectFrom('photos')
    .select(['id', 'commitmentId', 'seq', 'width', 'height', 'uploadedAt', 'removedAt'])
    .where('placeId', '=', placeId)
    .where('seq', 'is not', null)
    .orderBy('seq')
    .orderBy('uploadedAt')
    .orderBy('id')
  const rows = await (
    commitmentId === undefined ? all : all.where('commitmentId', '=', commitmentId)
  ).execute()
  return rows.map(({ removedAt, seq, ...photo }) => ({ ...photo, seq: seq!, isRemoved: removedAt !== null }))
}

export const findPhoto = async (reader: Reader, photoId: PhotoId): Promise<PhotoRow | null> =>
  (await reader.selectFrom('photos').selectAll().where('id', '=', photoId).executeTakeFirst()) ?? null

export async function bytesOf(reader: Reader, photoId: PhotoId, scale: PhotoScale): Promise<Buffer | null> {
  const row = await reader
    .selectFrom('photoBytes')
    .select('bytes')
    .where('photoId', '=', photoId)
    .where('scale', '=', scale)
    .executeTakeFirst()
  return row ? Buffer.from(row.bytes) : null
}

/** What somebody has uploaded for a promise and not sent yet. */
export async function waitingPhotos(
  reader: Reader,
  placeId: PlaceId,
  commitmentId: CommitmentId,
  byId: ActorId,
): Promise<readonly PhotoId[]> {
  const rows = await reader
    .selectFrom('photos')
    .select('id')
    .where('placeId', '=', placeId)
    .where('commitmentId', '=', commitmentId)
    .where('byId', '=', byId)
    .where('seq', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

type NewPhoto = Pick<PhotoRow, 'id' | 'placeId' | 'commitmentId' | 'byId' | 'uploadedAt'>

/** Keeps a photo until a report brings it; the same one again changes nothing. */
export async function keepPhoto(work: Work, photo: NewPhoto, made: MadePhoto): Promise<Refusal | null> {
  const known = await findPhoto(work, photo.id)
  if (known) return isSame(known, photo) ? null : refuse('already-exists', 'photoId')
  const size = made.full.length + made.small.length
  const { sum } = await work
    .selectFrom('photos')
    .select((row) => row.fn.sum<number | string | null>('size').as('sum'))
    .where('placeId', '=', photo.placeId)
    .where('removedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(sum ?? 0) + size > MAX_PLACE_PHOTO_BYTES) return refuse('photos-full', 'photo')
  const { width, height } = made
  await work
    .insertInto('photos')
    .values({ ...photo, width, height, size, seq: null, removedAt: null })
    .execute()
  for (const scale of ['full', 'small'] as const)
    await work.insertInto('photoBytes').values({ photoId: photo.id, scale, bytes: made[scale] }).execute()
  return null
}

const isSame = (one: NewPhoto, other: NewPhoto): boolean =>
  one.placeId === other.placeId && one.commitmentId === other.commitmentId && one.byId === other.byId

/** The event that was just written down brings these photos with it. */
export async function sendPhotos(
  work: Work,
  { placeId, seq, data }: { placeId: PlaceId; seq: number; data: { photoIds?: readonly PhotoId[] } },
): Promise<void> {
  const { photoIds = [] } = data
  if (photoIds.length === 0) return
  await work
    .updateTable('photos')
    .set({ seq })
    .where('placeId', '=', placeId)
    .where('id', 'in', [...photoIds])
    .execute()
}

/** The picture goes, the fact that there was one stays. */
export async function erasePhoto(work: Work, photoId: PhotoId, removedAt: string): Promise<void> {
  await work.deleteFrom('photoBytes').where('photoId', '=', photoId).execute()
  await work.updateTable('photos').set({ removedAt, size: 0 }).where('id', '=', photoId).execute()
}

/** Photos that no report brought within a day leave nothing. */
export const sweepPhotos: Sweep = async ({ database, clock }, placeId) => {
  const before = new Date(clock.now().getTime() - PHOTO_WAITS_MS).toISOString()
  const orphans = (reader: Reader) =>
    reader
      .selectFrom('photos')
      .select('id')
      .where('placeId', '=', placeId)
      .where('seq', 'is', null)
      .where('uploadedAt', '<', before)
      .execute()
  if ((await orphans(database.reader)).length === 0) return
  await database.write(async (work) => {
    const ids = (await orphans(work)).map(({ id }) => id)
    if (ids.length === 0) return
    await work.deleteFrom('photoBytes').where('photoId', 'in', ids).execute()
    await work.deleteFrom('photos').where('id', 'in', ids).execute()
  })
}
