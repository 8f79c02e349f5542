import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export const ROOT = path.join(import.meta.dirname, '../..')
export const SERVER_CPU = 0
export const GENERATOR_CPU = 1
const READY_WITHIN_MS = 30_000

/** Whether server and generator each get a processor of their own. */
export const isPinned =
  availableParallelism() > 1 && spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0

/** @throws where processor time cannot be read: the figures would be empty */
export function assertMeasurable(): void {
  if (!existsSync('/proc/self/schedstat'))
    throw new Error('expected Linux with /proc/<pid>/schedstat: the benchmarks read processor time there')
}

const AUTOGROUP = '/proc/self/autogroup'

/** Root goes before the other work of the machine, whose bursts would be taken for ours or a peer's. */
export function goFirst(): void {
  if (process.getuid?.() !== 0 || !existsSync(AUTOGROUP)) return
  writeFileSync(AUTOGROUP, '-15')
  process.once('exit', () => writeFileSync(AUTOGROUP, '0'))
}

const started = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL')
})

/** Starts a program of ours on one processor. */
export function startOn(cpu: number, args: readonly string[], options: SpawnOptions): ChildProcess {
  const [program, ...rest] = [...(isPinned ? ['taskset', '-c', String(cpu)] : []), process.execPath, ...args]
  const child = spawn(program!, rest, { cwd: ROOT, ...options })
  started.add(child)
  child.once('exit', () => started.delete(child))
  return child
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const isGone = await Promise.race([gone.then(() => true), wait(12_000, false, { ref: false })])
  if (!isGone) child.kill('SIGKILL')
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Resolves once somebody listens there. */
export async function answering(port: number, child: ChildProcess): Promise<void> {
  const untilMs = performance.now() + READY_WITHIN_MS
  for (;;) {
    if (child.exitCode !== null) throw new Error(`expected a server, found exit code ${child.exitCode}`)
    const socket = net.connect(port, '127.0.0.1')
    const isThere = await Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
    ])
    socket.destroy()
    if (isThere) return
    if (performance.now() > untilMs) throw new Error(`expected a server on port ${port}, found none`)
    await wait(50)
  }
}
