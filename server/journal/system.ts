import { createHash } from 'node:crypto'
import type { Actor } from '../../shared/kernel/event.ts'
import type { CommandId, PlaceId } from '../../shared/kernel/id.ts'

/** Under which id the calendar acts, and whoever keeps the machine. */
export const SYSTEM_ID = '00000000-0000-0000-0000-000000000000'

/** Who acts where the calendar alone says that something is so. */
export const systemAt = (placeId: PlaceId): Actor => ({
  id: SYSTEM_ID,
  kind: 'system',
  name: null,
  personId: null,
  placeId,
  roles: [],
  meetingId: null,
})

/** The same words are the same command, however often and on however many nodes they are said. */
export function commandIdFrom(words: string): CommandId {
  const hex = createHash('sha256').update(words).digest('hex')
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}
