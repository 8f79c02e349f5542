import * as Y from 'yjs'
import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import { firstGraphemes, isStorable } from '../../../shared/kernel/text/text.ts'
import { MAX_LATE_TEXT_LENGTH, type LateEdit } from '../../../shared/minutes/minutes.ts'
import type { Reader, Work } from '../../storage/database.ts'
import { decoded } from '../document/check.ts'
import type { NewUpdate } from '../document/appending.ts'
import { boxedBytes, loadMinutes } from '../document/updates.ts'

interface Late {
  readonly placeId: PlaceId
  readonly meetingId: MeetingId
  readonly receivedAt: string
  readonly newId: () => string
}

/** Puts what came after signing into the recorder's box; what is in the text or in the box already is not put there again. How many were put there. */
export async function boxUpdates(work: Work, updates: readonly NewUpdate[], late: Late): Promise<number> {
  const { placeId, meetingId, receivedAt } = late
  const { doc } = await loadMinutes(work, meetingId)
  const before = await boxedBytes(work, meetingId)
  for (const bytes of before) Y.applyUpdate(doc, bytes)
  let fresh: Uint8Array | null = null
  doc.on('update', (update: Uint8Array) => (fresh = update))
  let position = before.length
  for (const { bytes, actorId } of updates) {
    fresh = null
    Y.applyUpdate(doc, bytes)
    if (fresh === null) continue
    const text = textIn(fresh)
    const row = { id: late.newId(), meetingId, placeId, position: ++position, actorId, receivedAt }
    await work
      .insertInto('lateEdits')
      .values({ ...row, bytes: fresh, text, readAt: null })
      .execute()
  }
  doc.destroy()
  return position - before.length
}

/** What was added, as far as it is text. */
function textIn(bytes: Uint8Array): string {
  const pieces = (decoded(bytes)?.structs ?? []).map((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '',
  )
  const text = pieces.join('')
  return isStorable(text) ? firstGraphemes(text, MAX_LATE_TEXT_LENGTH) : ''
}

/** What came after signing, the first first. */
export async function lateEditsOf(
  reader: Reader,
  placeId: PlaceId,
  meetingId: MeetingId,
): Promise<LateEdit[]> {
  const rows = await reader
    .selectFrom('lateEdits')
    .leftJoin('people', 'people.id', 'lateEdits.actorId')
    .select(['lateEdits.id', 'meetingId', 'actorId', 'name', 'text', 'receivedAt', 'readAt'])
    .where('lateEdits.meetingId', '=', meetingId)
    .where('lateEdits.placeId', '=', placeId)
    .orderBy('position')
    .execute()
  return rows
}
