import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

type Made = Pick<typeof crypto, 'randomBytes' | 'randomUUID' | 'randomInt'>

/** Ids and tokens of this process by a seed, until the returned function is called: two stories get the same. */
export function seedChance(seed: string): () => void {
  const { randomBytes, randomUUID, randomInt } = crypto
  let made = 0
  const bytes = (length: number): Buffer => {
    const blocks = Array.from({ length: Math.ceil(length / 32) || 1 }, () =>
      crypto.createHash('sha256').update(`${seed}/${made++}`).digest(),
    )
    return Buffer.concat(blocks).subarray(0, length)
  }
  const id = (): string => {
    const hex = bytes(16).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  }
  const int = (min: number, max?: number): number => {
    const [from, to] = max === undefined ? [0, min] : [min, max]
    return from + (bytes(6).readUIntBE(0, 6) % (to - from))
  }
  put({ randomBytes: bytes, randomUUID: id, randomInt: int } as unknown as Made)
  return () => put({ randomBytes, randomUUID, randomInt })
}

function put(made: Made): void {
  Object.assign(crypto, made)
  syncBuiltinESMExports()
}
