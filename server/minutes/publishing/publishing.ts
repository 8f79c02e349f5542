import { createHash } from 'node:crypto'
import type { MeetingId } from '../../../shared/kernel/id.ts'
import type { Reader } from '../../storage/database.ts'
import { renderMinutes } from './render.ts'
import { loadMinutes } from '../document/updates.ts'

/** The text as it is signed and published. */
export interface Fair {
  readonly minutesSeq: number
  /** JSON text of `RenderedMinutes`: what is kept, shown and hashed. */
  readonly rendered: string
  readonly digest: string
}

/** Draws the committed text; within one transaction it is the same however often it is drawn. */
export async function fairCopy(reader: Reader, meetingId: MeetingId): Promise<Fair> {
  const { doc, seq } = await loadMinutes(reader, meetingId)
  const rendered = JSON.stringify(renderMinutes(doc, meetingId, seq))
  doc.destroy()
  return { minutesSeq: seq, rendered, digest: createHash('sha256').update(rendered).digest('hex') }
}
