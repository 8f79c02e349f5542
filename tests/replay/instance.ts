import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const ROOT = path.join(import.meta.dirname, '../..')
const READY_WITHIN_MS = 30_000

export interface Running {
  readonly url: string
  close(): Promise<void>
}

/** Starts a server of its own on an empty folder that is gone afterwards. */
export async function startInstance(port = 0): Promise<Running> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'liangting-evening-'))
  const server = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', PUBLIC_URL: '', LOG_LEVEL: 'warn' },
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
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await gone
      remove()
    },
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const late = setTimeout(() => reject(new Error(`the server was not ready in time: ${said}`)), READY_WITHIN_MS)
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
