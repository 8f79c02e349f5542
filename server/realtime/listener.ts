import { recusedBy } from '../../shared/kernel/recusal.ts'
import type { RecordedEvent, Viewer } from '../../shared/kernel/event.ts'
import type { ClientKind } from '../app/feature.ts'
import type { SocketWriter } from '../sockets/socket-writer.ts'

/** One listener: where it stands, and whether it keeps up. */
export class Listener {
  readonly line: SocketWriter
  viewer: Viewer
  readonly window: ClientKind
  /** Seq up to which it has been told. */
  upTo: number
  /** It gets what its kind gets; false while it is catching up or lagging. */
  isLive = false

  constructor(line: SocketWriter, viewer: Viewer, window: ClientKind, upTo: number) {
    this.line = line
    this.viewer = viewer
    this.window = window
    this.upTo = upTo
  }

  /** From what happens on they do not learn who complained about them. */
  heed(events: readonly RecordedEvent[]): void {
    const { recusal } = this.viewer
    if (recusal.personIds.size === 0) return
    const now = recusedBy(recusal, events)
    if (now !== recusal) this.viewer = { ...this.viewer, recusal: now }
  }

  /** False where the line is too full to take more; it comes to what it missed by its cursor. */
  send(frame: Buffer): boolean {
    if (this.line.send(frame)) return true
    this.isLive = false
    return false
  }
}
