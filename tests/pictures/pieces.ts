import path from 'node:path'
import { createServer } from 'vite'
import type { Shot } from './camera.ts'

const ADDRESS = '/dev/pieces'

/** Every piece in every state and both moods, as whoever builds a screen looks them up. */
export const pieces: readonly Shot[] = [
  { name: 'pieces', address: ADDRESS, ready: '夜里的凉亭', isWhole: true },
  { name: 'pieces-elder', address: ADDRESS, ready: '夜里的凉亭', isWhole: true, letters: '24' },
  { name: 'pieces-largest', address: ADDRESS, ready: '夜里的凉亭', isWhole: true, letters: '30' },
]

/** No built page holds them: they are served from their sources. */
export async function servePieces(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = await createServer({
    configFile: path.join(import.meta.dirname, '../../web/vite.config.ts'),
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false },
  })
  await server.listen()
  const url = server.resolvedUrls?.local[0]
  if (!url) throw new Error('expected the sources to be served at an address, found none')
  return { url, close: () => server.close() }
}
