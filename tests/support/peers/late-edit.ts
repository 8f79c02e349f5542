import { randomUUID } from 'node:crypto'
import type { Village } from '../villages/village.ts'

/** Something lies in the recorder's box. */
export async function lateEdit(village: Village, meetingId: string): Promise<string> {
  const row = { id: randomUUID(), meetingId, placeId: village.placeId, position: 1, actorId: '' }
  await village.context.database.write((work) =>
    work
      .insertInto('lateEdits')
      .values({ ...row, bytes: new Uint8Array(2), text: '晚到的一句', receivedAt: '', readAt: null })
      .execute(),
  )
  return row.id
}
