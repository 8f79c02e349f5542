import { WorkQueue } from '../../contract/work-queue.ts'

/** Each hash takes a whole processor and 64 MiB: the pages need what is left of this machine. */
export const HASHES_AT_ONCE = 2
/** A few seconds' work; whoever comes behind them is told to come again. */
export const MAX_HASHES_WAITING = 8

/** In front of the hashes of passwords and codes. */
export class HashQueue extends WorkQueue {
  constructor(atOnce = HASHES_AT_ONCE) {
    super({ atOnce, maxWaiting: MAX_HASHES_WAITING, refusal: 'log-ins-crowded' })
  }
}
