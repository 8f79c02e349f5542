import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { Client } from '../running/client.ts'

/** A small photo that waits for a report of this promise. */
export async function uploadPhoto({ url, cookie, placeId }: Client, commitmentId: string): Promise<string> {
  const photoId = randomUUID()
  const picture = sharp({ create: { width: 48, height: 32, channels: 3, background: '#334455' } })
  const answer = await fetch(`${url}/api/places/${placeId}/commitments/${commitmentId}/photos/${photoId}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', cookie: cookie ?? '' },
    body: new Uint8Array(await picture.jpeg().toBuffer()),
  })
  if (!answer.ok) throw new Error(`expected the photo to be taken, found ${answer.status}`)
  return photoId
}
