import type { MeetingId } from '../../../shared/kernel/id.ts'
import type { Reader } from '../../storage/database.ts'
import { committedAtMs, type Heard, type Reached } from './updates.ts'

/**
 * True when the update up to which somebody has read was committed at another moment here: the text was brought back
 * from an older copy and has grown past them since.
 */
export async function isOfAnother(reader: Reader, meetingId: MeetingId, heard: Heard): Promise<boolean> {
  if (heard.atMs === null) return false
  const atMs = await committedAtMs(reader, meetingId, heard.seq)
  // What was trimmed had stood for a month: no copy is so much older without its mark.
  return atMs !== null && atMs !== heard.atMs
}

/** Null for no news. */
export function reachedBy(news: readonly { seq: number; committedAt: string }[]): Reached | null {
  const last = news.at(-1)
  return last ? { seq: last.seq, atMs: Date.parse(last.committedAt) } : null
}
