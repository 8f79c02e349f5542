import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import SQLite from 'better-sqlite3'
import { SQLITE_FILE } from '../../../server/storage/open.ts'
import { addressOf } from '../../replay/playing/instance.ts'
import { shipped } from '../../support/running/shipped.ts'

const ROOT = path.join(import.meta.dirname, '../../..')
const PROBE = path.join(import.meta.dirname, 'probe.ts')
const DEFAULTS = { PUBLIC_URL: '', LOG_LEVEL: 'silent', HOST: '127.0.0.1', GUEST_PACE: '100000' }
const HEALTHY_EVERY_MS = 5
const LISTENING_PORTS = [15_000, 30_000] as const
/** What Linux counts processor time in. */
const TICK_MS = 10

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Where a server keeps what it holds. */
export interface Where {
  readonly dataDir: string
  readonly databaseUrl: string | null
}

export interface Pulse {
  /** The longest stretch since `forgetStalls` in which nothing else could run. */
  readonly stallMs: number
  readonly rssBytes: number
}

/** A folder for one run, gone when it ends. */
export function temporaryFolder(): { where: Where; remove: () => void } {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'liangting-fault-'))
  return {
    where: { dataDir, databaseUrl: null },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

/** The real server in a process of its own, which may be ended in any way and started again on the same port. */
export class Server {
  readonly where: Where
  readonly #env: Readonly<Record<string, string>>
  readonly bootsMs: number[] = []
  url = ''
  pulse: Pulse = { stallMs: 0, rssBytes: 0 }
  /** How often it ended without being asked to. */
  exits = 0
  #port = 0
  #child: ChildProcess | null = null

  constructor(where: Where, env: Readonly<Record<string, string>> = {}) {
    this.where = where
    this.#env = env
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** Starts it and waits until it answers. */
  async start(prefix: readonly string[] = []): Promise<void> {
    this.#port ||= await freePort()
    const begun = performance.now()
    const child = this.#spawn(prefix)
    this.url = await addressOf(child).catch((problem: Error) => {
      throw new Error(`${problem.message}; it had computed for ${computedMs(child.pid)} ms`)
    })
    while (!(await isHealthy(this.url))) await new Promise((resolve) => setTimeout(resolve, HEALTHY_EVERY_MS))
    this.bootsMs.push(performance.now() - begun)
  }

  /** From here on stalls count: starting is one. */
  forgetStalls(): void {
    this.pulse = { ...this.pulse, stallMs: 0 }
  }

  /** Starts it and ends it at once, somewhere between its first line and its last preparations. */
  async startAndKill(afterMs: number): Promise<void> {
    this.#spawn([])
    await new Promise((resolve) => setTimeout(resolve, afterMs))
    await this.kill()
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child
    if (!child) return
    this.#child = null
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    }
    running.delete(child)
  }

  #spawn(prefix: readonly string[]): ChildProcess {
    const { env: set, options } = shipped()
    const [command = process.execPath, ...rest] = [
      ...prefix,
      process.execPath,
      ...options,
      '--import',
      PROBE,
      'server/app/main.ts',
    ]
    const { dataDir, databaseUrl } = this.where
    const child = spawn(command, rest, {
      cwd: ROOT,
      env: {
        ...process.env,
        ...set,
        ...DEFAULTS,
        ...this.#env,
        PORT: String(this.#port),
        DATA_DIR: dataDir,
        DATABASE_URL: databaseUrl ?? '',
      },
      stdio: ['ignore', 'pipe', process.env['FAULT_LOG'] ? 'inherit' : 'ignore', 'ipc'],
    })
    running.add(child)
    this.#child = child
    child.on('message', (pulse: Pulse) => {
      this.pulse = { ...pulse, stallMs: Math.max(this.pulse.stallMs, pulse.stallMs) }
    })
    child.on('exit', () => {
      if (this.#child === child) this.exits++
    })
    return child
  }
}

// Below the ports that the system lends to clients: one that comes back too early could be lent this very port.
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(...LISTENING_PORTS)
    const trial = createServer().listen(port, '127.0.0.1')
    const isFree = await once(trial, 'listening').then(
      () => true,
      () => false,
    )
    if (!isFree) continue
    trial.close()
    await once(trial, 'close')
    return port
  }
}

/** Processor time of a process: tells one that hangs from one that had no turn. */
function computedMs(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return 0
  }
}

async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/api/ready`).then(
    ({ ok }) => ok,
    () => false,
  )
}

/** Whether the database of a server is sound; always true where there is no file to look at. */
export function isSound({ dataDir, databaseUrl }: Where): boolean {
  if (databaseUrl) return true
  const database = new SQLite(path.join(dataDir, SQLITE_FILE), { readonly: true })
  try {
    const verdict = database.pragma('integrity_check', { simple: true })
    return verdict === 'ok' && (database.pragma('foreign_key_check') as unknown[]).length === 0
  } finally {
    database.close()
  }
}
