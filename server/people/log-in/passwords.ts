import { scrypt, timingSafeEqual } from 'node:crypto'
import type { WorkQueue } from '../../contract/work-queue.ts'
import { HashQueue } from './hash-queue.ts'

const BLOCK = 8
const LANES = 1
const KEY_BYTES = 32
const MOST_WORK = 2 ** 20

type Queue = Pick<WorkQueue, 'run'>

const NO_QUEUE: Queue = { run: (work) => work() }

/** Hashes passwords and codes, behind a queue: it is the machine's processors that are short. */
export class Passwords {
  /** Cost of a new hash: scrypt's N (RFC 7914). */
  readonly work: number
  readonly #queue: Queue

  constructor(work: number, queue: Queue = new HashQueue()) {
    this.work = work
    this.#queue = queue
  }

  /**
   * Waits once for all that an attempt does, so that whoever finds no room costs nothing.
   * @throws log-ins-crowded
   */
  inTurn<Result>(attempt: (passwords: Passwords) => Promise<Result>): Promise<Result> {
    return this.#queue.run(() => attempt(new Passwords(this.work, NO_QUEUE)))
  }

  /** The same queue at another cost. */
  at(work: number): Passwords {
    return new Passwords(work, this.#queue)
  }

  /**
   * The hash carries its own cost, so that a later start may ask for more.
   * @throws log-ins-crowded
   */
  async hash(password: string, salt: string): Promise<string> {
    const key = await this.#derive(password, salt, this.work)
    return ['scrypt', this.work, salt, key.toString('base64url')].join('$')
  }

  /** @throws log-ins-crowded */
  async isPassword(password: string, hash: string): Promise<boolean> {
    const [kind, work, salt, key] = hash.split('$')
    const cost = Number(work)
    if (kind !== 'scrypt' || !salt || !key || !(cost <= MOST_WORK))
      throw new Error(`expected a scrypt hash, found ${kind}`)
    return timingSafeEqual(await this.#derive(password, salt, cost), Buffer.from(key, 'base64url'))
  }

  #derive(password: string, salt: string, work: number): Promise<Buffer> {
    return this.#queue.run(() => derive(password, salt, work))
  }
}

function derive(password: string, salt: string, work: number): Promise<Buffer> {
  // scrypt needs 128 * N * r bytes, more than Node allows unless told.
  const options = { N: work, r: BLOCK, p: LANES, maxmem: 256 * work * BLOCK }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (problem, key) =>
      problem ? reject(problem) : resolve(key),
    )
  })
}
