import type { PhotoScale } from '../../../shared/commitments/photo.ts'

/** A photo that shows how a promise stands; its bytes stand apart, so that lists never read them. */
export interface PhotoRow {
  id: string
  placeId: string
  commitmentId: string
  byId: string
  uploadedAt: string
  /** Of the event that brought it; null until it is sent with a report, and not for long. */
  seq: number | null
  width: number
  height: number
  /** Bytes of all its scales. */
  size: number
  /** When the staff took it away; the bytes are gone then. */
  removedAt: string | null
}

export interface PhotoBytesRow {
  photoId: string
  scale: PhotoScale
  bytes: Uint8Array
}
