import { refuse } from '../../../shared/kernel/refusal.ts'

/** Each hash takes a whole processor and 64 MiB: the pages need what is left of this machine. */
export const HASHES_AT_ONCE = 2
/** About a second's work; whoever comes behind them is told to come again. */
export const MAX_HASHES_WAITING = 8

/** Runs a few pieces of work at a time, lets a few wait, and refuses the rest. */
export class HashQueue {
  #running = 0
  readonly #waiting: (() => void)[] = []

  /** @throws log-ins-crowded */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running < HASHES_AT_ONCE) this.#running++
    else {
      if (this.#waiting.length >= MAX_HASHES_WAITING) throw refuse('log-ins-crowded')
      await new Promise<void>((begin) => this.#waiting.push(begin))
    }
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running--
    }
  }
}
