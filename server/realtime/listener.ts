import type { Viewer } from '../../shared/kernel/event.ts'
import type { ClientKind } from '../app/feature.ts'
import type { SocketWriter } from '../sockets/socket-writer.ts'

/** One listener: where it stands, and whether it keeps up. */
export class Listener {
  readonly line: SocketWriter
  readonly viewer: Viewer
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

  /** False where the line is too full to take more; it comes to what it missed by its cursor. */
  send(frame: Buffer): boolean {
    if (this.line.send(frame)) return true
    this.isLive = false
    return false
  }
}
