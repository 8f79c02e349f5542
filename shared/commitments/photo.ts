import { holds, type Actor, type Instant } from '../kernel/event.ts'
import type { CommitmentId, PhotoId } from '../kernel/id.ts'
import { refuse, type Refusal } from '../kernel/refusal.ts'
import { REMOVES_PHOTOS } from '../permissions/groups.ts'

/** With one report; none is ever asked for. */
export const MAX_PHOTOS = 4
/** The longer side of what is kept. */
export const PHOTO_PIXELS = 1600
export const PHOTO_SMALL_PIXELS = 320
/** Uploaded by one person for one promise and not sent yet: those of a report, and as many that were taken out again. */
export const MAX_PHOTOS_WAITING = 3 * MAX_PHOTOS
export const MAX_PHOTO_BYTES = 8 * 1024 * 1024
/** Of one place together. */
export const MAX_PLACE_PHOTO_BYTES = 512 * 1024 * 1024
/** A photo that no report brought by then is swept away. */
export const PHOTO_WAITS_MS = 24 * 60 * 60_000

export type PhotoScale = 'full' | 'small'

/** A photo as everybody may know it who may know its promise. */
export interface Photo {
  readonly id: PhotoId
  readonly commitmentId: CommitmentId
  /** Of the report that brought it. */
  readonly seq: number
  readonly width: number
  readonly height: number
  readonly uploadedAt: Instant
  readonly isRemoved: boolean
}

/** Where it is read. */
export const photoPath = (photoId: PhotoId, scale: PhotoScale): string => `/api/photos/${photoId}/${scale}`

/** Those who keep the record, and who answer for the place, take a photo away. */
export const mayRemovePhoto = (actor: Pick<Actor, 'roles'>): boolean => holds(actor, ...REMOVES_PHOTOS)

/** Only what one has just uploaded for this very promise goes with a report. */
export function photosRefusal(
  photoIds: readonly PhotoId[] | undefined,
  own: readonly PhotoId[] | undefined,
): Refusal | undefined {
  // A screen knows none; the server has the last word.
  if (own === undefined) return undefined
  const at = (photoIds ?? []).findIndex((id) => !own.includes(id))
  return at < 0 ? undefined : refuse('not-found', `photoIds/${at}`)
}

/** What an event says of its photos: nothing where there are none. */
export const withPhotos = (photoIds: readonly PhotoId[] | undefined): { photoIds?: readonly PhotoId[] } =>
  photoIds && photoIds.length > 0 ? { photoIds } : {}
