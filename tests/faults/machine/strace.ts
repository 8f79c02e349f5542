import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

export const hasStrace = (): boolean => spawnSync('strace', ['-V']).status === 0

const ATTACHED_WITHIN_MS = 10_000

/** Looks at, or into, the system calls of a running process. */
export class Strace {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  static async attach(pid: number, options: readonly string[]): Promise<Strace> {
    const child = spawn('strace', ['-p', String(pid), ...options], { stdio: ['ignore', 'ignore', 'pipe'] })
    process.once('exit', () => child.kill('SIGINT'))
    await new Promise<void>((resolve, reject) => {
      let said = ''
      const late = setTimeout(() => reject(new Error(`strace did not attach: ${said}`)), ATTACHED_WITHIN_MS)
      child.stderr.on('data', (chunk: Buffer) => {
        said += String(chunk)
        if (!/attached/.test(said)) return
        clearTimeout(late)
        resolve()
      })
      child.once('error', reject)
      child.once('exit', () => reject(new Error(`strace ended: ${said}`)))
    })
    return new Strace(child)
  }

  /** Lets the process run on as before. */
  async detach(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGINT')
    await gone
  }
}
