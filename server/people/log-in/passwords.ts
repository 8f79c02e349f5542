import { scrypt, timingSafeEqual } from 'node:crypto'
import { HashQueue } from './hash-queue.ts'

const BLOCK = 8
const LANES = 1
const KEY_BYTES = 32
const MOST_WORK = 2 ** 20

/** Hashes passwords and codes, behind one queue: it is the machine's processors that are short. */
export class Passwords {
  /** Cost of a new hash: scrypt's N (RFC 7914). */
  readonly work: number
  readonly #queue: HashQueue

  constructor(work: number, queue = new HashQueue()) {
    this.work = work
    this.#queue = queue
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
