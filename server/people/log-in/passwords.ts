import { scrypt, timingSafeEqual } from 'node:crypto'
import type { WorkQueue } from '../../contract/work-queue.ts'
import { HashQueue } from './hash-queue.ts'

const BLOCK = 8
/** Of new hashes: as costly as twice the memory with one. */
const LANES = 2
const KEY_BYTES = 32
const MOST_WORK = 2 ** 20
const MOST_LANES = 16

type Queue = Pick<WorkQueue, 'run'>

const NO_QUEUE: Queue = { run: (work) => work() }

/** Hashes passwords and codes, behind a queue: it is the machine's processors that are short. */
export class Passwords {
  /** Of a new hash: scrypt's N (RFC 7914), and its p behind an x where that is not 1. */
  readonly cost: string
  readonly #queue: Queue

  constructor(cost: number | string, queue: Queue = new HashQueue()) {
    this.cost = typeof cost === 'number' ? `${cost}x${LANES}` : cost
    this.#queue = queue
  }

  /**
   * Waits once for all that an attempt does, so that whoever finds no room costs nothing.
   * @throws log-ins-crowded
   */
  inTurn<Result>(attempt: (passwords: Passwords) => Promise<Result>): Promise<Result> {
    return this.#queue.run(() => attempt(new Passwords(this.cost, NO_QUEUE)))
  }

  /** The same queue at another cost. */
  at(cost: number | string): Passwords {
    return new Passwords(cost, this.#queue)
  }

  /** Whether a hash cost less than a new one does. */
  isWeaker(hash: string): boolean {
    return weight(hash.split('$')[1] ?? '') < weight(this.cost)
  }

  /**
   * The hash carries its own cost, so that a later start may ask for more.
   * @throws log-ins-crowded
   */
  async hash(password: string, salt: string): Promise<string> {
    const key = await this.#derive(password, salt, this.cost)
    return ['scrypt', this.cost, salt, key.toString('base64url')].join('$')
  }

  /** @throws log-ins-crowded */
  async isPassword(password: string, hash: string): Promise<boolean> {
    const [kind, cost = '', salt, key] = hash.split('$')
    const [work, lanes] = partsOf(cost)
    if (kind !== 'scrypt' || !salt || !key || !(work <= MOST_WORK && lanes <= MOST_LANES))
      throw new Error(`expected a scrypt hash, found ${kind}`)
    return timingSafeEqual(await this.#derive(password, salt, cost), Buffer.from(key, 'base64url'))
  }

  #derive(password: string, salt: string, cost: string): Promise<Buffer> {
    return this.#queue.run(() => derive(password, salt, partsOf(cost)))
  }
}

function partsOf(cost: string): readonly [work: number, lanes: number] {
  const [work, lanes = '1'] = cost.split('x')
  return [Number(work), Number(lanes)]
}

function weight(cost: string): number {
  const [work, lanes] = partsOf(cost)
  return work * lanes
}

function derive(password: string, salt: string, [work, lanes]: readonly [number, number]): Promise<Buffer> {
  // scrypt needs 128 * N * r bytes, more than Node allows unless told.
  const options = { N: work, r: BLOCK, p: lanes, maxmem: 256 * work * BLOCK }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (problem, key) =>
      problem ? reject(problem) : resolve(key),
    )
  })
}
