import { WebSocketServer, type WebSocket } from 'ws'

/**
 * Sends what one socket says to all others, and looks at none of it. With TICK_MS it gathers like our feed:
 * the first message after a pause goes out at once, the others once in a tick, to everybody.
 */
const { PORT, TICK_MS } = process.env
const rooms = new Map<string, Set<WebSocket>>()
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(PORT), perMessageDeflate: false })

server.on('connection', (socket, request) => {
  const name = request.url ?? ''
  const room = rooms.get(name) ?? new Set<WebSocket>()
  rooms.set(name, room.add(socket))
  socket.on('close', () => room.delete(socket))
  if (TICK_MS) socket.on('message', gathering(room, Number(TICK_MS)))
  else
    socket.on('message', (message, isBinary) => {
      for (const other of room) if (other !== socket) other.send(message as Buffer, { binary: isBinary })
    })
})

function gathering(room: ReadonlySet<WebSocket>, tickMs: number): (message: unknown) => void {
  const waiting: string[] = []
  let timer: NodeJS.Timeout | null = null
  const flush = (): void => {
    timer = setTimeout(() => {
      timer = null
      if (waiting.length > 0) flush()
    }, tickMs)
    const frame = Buffer.from(`{"kind":"events","events":[${waiting.splice(0).join(',')}],"upTo":0}`)
    for (const listener of room) listener.send(frame, { binary: false })
  }
  return (message) => {
    waiting.push(String(message))
    if (!timer) flush()
  }
}
