import { timingSafeEqual } from 'node:crypto'
import type { MeetingId } from '../../shared/kernel/id.ts'
import type { Reader, Work } from '../storage/database.ts'
import { digitsFrom, instanceSecret, knownSecret } from '../storage/secret.ts'
import { eveningOfCode } from './queries.ts'

/** The picture carries so many digits more than the wall shows: nobody finds them by trying. */
const QR_KEY_DIGITS = 9
const SHORTEST_CODE = 4
const SECRET = 'qr-keys'

/** The code of an evening as the picture carries it. */
export async function scannedCode(work: Work, meetingId: MeetingId, code: string): Promise<string> {
  return code + digitsFrom(await instanceSecret(work, SECRET), meetingId, QR_KEY_DIGITS)
}

/** The open evening that a scanned code belongs to; none for any other code. */
export async function eveningOfScanned(reader: Reader, code: string): ReturnType<typeof eveningOfCode> {
  if (code.length < SHORTEST_CODE + QR_KEY_DIGITS) return null
  const secret = await knownSecret(reader, SECRET)
  const evening = await eveningOfCode(reader, code.slice(0, -QR_KEY_DIGITS))
  if (secret === null || !evening) return null
  const right = digitsFrom(secret, evening.meetingId, QR_KEY_DIGITS)
  return timingSafeEqual(Buffer.from(right), Buffer.from(code.slice(-QR_KEY_DIGITS))) ? evening : null
}
