import type { WebSocket } from 'ws'

export const CLOSE_TOO_SLOW = 4408
const HANG_UP_AFTER_MS = 1_000

/** Says why, and hangs up a moment later: a close waits behind a full buffer, and for an answer that may never come. */
export function hangUp(socket: WebSocket, code: number): void {
  socket.close(code)
  setTimeout(() => socket.terminate(), HANG_UP_AFTER_MS).unref()
}
