import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import { MINUTES_SCHEMA_VERSION } from '../../../shared/minutes/minutes.ts'

export interface MinutesSeat {
  readonly placeId: PlaceId
  readonly meetingId: MeetingId
  readonly mayWrite: boolean
  /** Whose words are kept on this machine; absent, nothing is. */
  readonly personId?: string
}

/** The state of the record that this screen has seen; an epoch ends when a server comes back from a backup. */
export interface Known {
  readonly epoch: string | null
  readonly seq: number
  /** When that state was committed, where a page knew it. */
  readonly atMs: number | null
  /** For which version of the minutes what is unsent was written; null for nothing unsent, or where nobody knows. */
  readonly edition: string | null
}

export const NOTHING_KNOWN: Known = { epoch: null, seq: 0, atMs: null, edition: null }

/** Where the text is written, and what this screen brings along. */
export function addressOf({ placeId, meetingId }: MinutesSeat, { epoch, seq, atMs, edition }: Known): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const at = atMs === null ? '' : `&at=${atMs}`
  const known = epoch === null ? '' : `&epoch=${encodeURIComponent(epoch)}&seq=${seq}${at}`
  const written = edition === null ? '' : `&edition=${edition}`
  const query = `place=${placeId}&schema=${MINUTES_SCHEMA_VERSION}${known}${written}`
  return `${scheme}://${location.host}/minutes/${meetingId}?${query}`
}
