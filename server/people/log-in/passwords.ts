import { scrypt, timingSafeEqual } from 'node:crypto'
import { HashQueue } from './hash-queue.ts'

const BLOCK = 8
const LANES = 1
const KEY_BYTES = 32
const MOST_WORK = 2 ** 20

/**
 * The hash carries its own cost, so that a later start may ask for more.
 * @throws log-ins-crowded
 */
export async function hashPassword(password: string, salt: string, work: number): Promise<string> {
  const key = await derive(password, salt, work)
  return ['scrypt', work, salt, key.toString('base64url')].join('$')
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [kind, work, salt, key] = hash.split('$')
  const cost = Number(work)
  if (kind !== 'scrypt' || !salt || !key || !(cost <= MOST_WORK))
    throw new Error(`expected a scrypt hash, found ${kind}`)
  return timingSafeEqual(await derive(password, salt, cost), Buffer.from(key, 'base64url'))
}

/** Of this process: it is the machine's processors that are short. */
const queue = new HashQueue()

function derive(password: string, salt: string, work: number): Promise<Buffer> {
  // scrypt needs 128 * N * r bytes, more than Node allows unless told.
  const options = { N: work, r: BLOCK, p: LANES, maxmem: 256 * work * BLOCK }
  const hash = (): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (problem, key) =>
        problem ? reject(problem) : resolve(key),
      )
    })
  return queue.run(hash)
}
