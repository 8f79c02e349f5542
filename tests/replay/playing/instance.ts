import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '../../..')
const READY_WITHIN_MS = 30_000
const DEFAULTS = {
  DATABASE_URL: '',
  PUBLIC_URL: '',
  LOG_LEVEL: 'warn',
  WRITER_PACE: '100000',
  GUEST_PACE: '100000',
}

export interface Running {
  readonly url: string
  /** Asks it to stop and waits until it has; answers its exit code. */
  close(): Promise<number | null>
}

/** Starts a server of its own, on an empty folder that is gone afterwards unless it is told where its data is. */
export async function startInstance(port = 0, environment: NodeJS.ProcessEnv = {}): Promise<Running> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'liangting-evening-'))
  const server = spawn(process.execPath, ['server/app/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...DEFAULTS, PORT: String(port), DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true })
  process.on('exit', () => {
    server.kill()
    remove()
  })
  const url = await addressOf(server)
  return {
    url,
    async close() {
      const gone = once(server, 'exit')
      server.kill('SIGTERM')
      const [code] = (await gone) as [number | null]
      remove()
      return code
    },
  }
}

/** Resolves with the address a starting server announces. */
export function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(
      () => reject(new Error(`the server was not ready in time: ${said}`)),
      READY_WITHIN_MS,
    )
    server.stdout!.on('data', (chunk: Buffer) => {
      said += String(chunk)
      const port = /http:\/\/localhost:(\d+)\//.exec(said)?.[1]
      if (!port) return
      clearTimeout(late)
      resolve(`http://127.0.0.1:${port}`)
    })
    server.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`the server ended with ${code}: ${said}`))
    })
  })
}
