import { createHash } from 'node:crypto'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { codeFrom, CODE_LETTERS, plainCode } from '../../shared/kernel/text/plain-code.ts'
import type { Reader } from '../storage/database.ts'

const LETTERS = 5

/** Letters for a place that no other has; the same every time. */
export async function freeLetters(reader: Reader, placeId: PlaceId): Promise<string> {
  for (let nth = 0; ; nth++) {
    const digest = createHash('sha256').update(`${placeId}:${nth}`).digest()
    const letters = codeFrom(digest, LETTERS).toLowerCase()
    if (!(await placeAtLetters(reader, letters))) return letters
  }
}

/** Letters by which a place is found, few enough to be typed from a sheet of paper. */
export async function shortAddressOf(reader: Reader, placeId: PlaceId): Promise<string> {
  const { letters } = await reader
    .selectFrom('shortAddresses')
    .select('letters')
    .where('placeId', '=', placeId)
    .executeTakeFirstOrThrow()
  return letters
}

export async function placeAtLetters(reader: Reader, typed: string): Promise<PlaceId | null> {
  const row = await reader
    .selectFrom('shortAddresses')
    .select('placeId')
    .where('letters', '=', plainCode(typed, CODE_LETTERS).toLowerCase())
    .executeTakeFirst()
  return row?.placeId ?? null
}
