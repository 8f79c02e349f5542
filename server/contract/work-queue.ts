import { refuse, type RefusalCode } from '../../shared/kernel/refusal.ts'

export interface QueueLimits {
  readonly atOnce: number
  readonly maxWaiting: number
  /** What whoever comes behind those who wait is told. */
  readonly refusal: RefusalCode
}

/** Runs a few pieces of work at a time, lets a few wait in order, and refuses the rest. */
export class WorkQueue {
  readonly #limits: QueueLimits
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(limits: QueueLimits) {
    this.#limits = limits
  }

  /** @throws what the limits say, when there is no room */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    const { atOnce, maxWaiting, refusal } = this.#limits
    if (this.#running < atOnce) this.#running++
    else {
      if (this.#waiting.length >= maxWaiting) throw refuse(refusal)
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
