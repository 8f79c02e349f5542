import type * as Y from 'yjs'
import { refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { decoded } from './check.ts'

/** Every new one makes each keystroke slower for everybody: 48 µs at 100, 163 µs at 1,000. */
export const MAX_CLIENT_IDS = 500
/** One page uses one; a browser that was closed and opened while it was offline brings several. */
export const CLIENT_IDS_OF_ONE_CONNECTION = 8

/** Somebody who writes: their id, and the client ids that this connection was the first to write with. */
export interface Author {
  readonly actorId: string
  readonly firstUsed: Set<number>
}

/** A client id on its way to the disk with the first update that uses it. */
export type Claims = readonly number[]

/** Whose each client id of one text is: an id of somebody else would let one write in their name, or silence them. */
export class Authors {
  readonly #known: Map<number, string>
  readonly #claimed = new Map<number, string>()

  constructor(known: ReadonlyMap<number, string>) {
    this.#known = new Map(known)
  }

  ownerOf(clientId: number): string | undefined {
    return this.#known.get(clientId) ?? this.#claimed.get(clientId)
  }

  /** The ids that this author is the first to use, or why they may not use one; nothing is noted yet. */
  judge(clientIds: Iterable<number>, { actorId, firstUsed }: Author): Claims | Refusal {
    const claims: number[] = []
    for (const clientId of clientIds) {
      const owner = this.ownerOf(clientId)
      if (owner === undefined) claims.push(clientId)
      else if (owner !== actorId) return refuse('update-rejected')
    }
    if (claims.length === 0) return claims
    if (firstUsed.size + claims.length > CLIENT_IDS_OF_ONE_CONNECTION) return refuse('update-rejected')
    if (this.#known.size + this.#claimed.size + claims.length > MAX_CLIENT_IDS)
      return refuse('minutes-full', 'minutes', MAX_CLIENT_IDS)
    return claims
  }

  claim(claims: Claims, { actorId, firstUsed }: Author): void {
    for (const clientId of claims) {
      this.#claimed.set(clientId, actorId)
      firstUsed.add(clientId)
    }
  }

  /** They are on disk. */
  settle(claims: Claims, actorId: string): void {
    for (const clientId of claims) {
      this.#known.set(clientId, actorId)
      this.#claimed.delete(clientId)
    }
  }

  /** Somebody wrote this on another node. */
  learn(bytes: Uint8Array, actorId: string): void {
    for (const { id } of decoded(bytes)?.structs ?? [])
      if (!this.#known.has(id.client)) this.#known.set(id.client, actorId)
  }

  /** What was on its way to the disk has not arrived. */
  forgetClaims(): void {
    this.#claimed.clear()
  }
}

/** The client ids under which an update brings something that the document has not. */
export function newIn(structs: readonly Pick<Y.Item, 'id' | 'length'>[], stateOf: StateOf): Set<number> {
  const clientIds = new Set<number>()
  for (const { id, length } of structs) if (id.clock + length > stateOf(id.client)) clientIds.add(id.client)
  return clientIds
}

type StateOf = (clientId: number) => number
