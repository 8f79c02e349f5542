import { Server } from '@hocuspocus/server'

const { PORT, FLUSH_DELAY } = process.env
const server = new Server({
  quiet: true,
  address: '127.0.0.1',
  port: Number(PORT),
  ...(FLUSH_DELAY ? { flushDelay: Number(FLUSH_DELAY) } : {}),
})
await server.listen()
