import * as Y from 'yjs'
import { isRefusal, refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import { newIn, type Author, type Authors, type Claims } from './authors.ts'
import { decoded, fits } from './check.ts'
import { isWhole } from './updates.ts'

/** One keystroke is about 30 bytes; a recorder who was cut off brings a whole evening at once. */
export const UPDATE_BYTES_MOST = 2 * 1024 * 1024
/** Four hours of typing are about 0.4 MiB. */
export const TEXT_BYTES_MOST = 8 * 1024 * 1024
export const TEXT_BYTES_MANY = 4 * 1024 * 1024
/** Single updates add up to more than the text that they make: it is weighed again after so many bytes. */
const WEIGH_EVERY = 256 * 1024

/** An update that may be written down; without bytes it says nothing new. */
export interface Taken {
  readonly bytes: Uint8Array | null
  readonly claims: Claims
}

const KNOWN: Taken = { bytes: null, claims: [] }

/** The text as it will be once everything on its way is on disk; a bad update is found here, where it can harm nobody. */
export class Draft {
  readonly #live: Y.Doc
  readonly #onTheWay: () => readonly (Uint8Array | null)[]
  readonly #authors: Authors
  #shadow: Y.Doc | null = null
  #bytes = 0
  #weighedBytes = 0
  #isChanged = false

  constructor(live: Y.Doc, authors: Authors, onTheWay: () => readonly (Uint8Array | null)[]) {
    this.#live = live
    this.#authors = authors
    this.#onTheWay = onTheWay
  }

  /** About what the text weighs; never less than it does. */
  get bytes(): number {
    return this.#bytes
  }

  /** Takes an update in and says what of it is to be written; one that is refused leaves no trace. */
  take(bytes: Uint8Array, author: Author): Taken | Refusal {
    if (bytes.length > UPDATE_BYTES_MOST) return refuse('too-long', 'update', UPDATE_BYTES_MOST)
    const update = decoded(bytes)
    if (!update) return refuse('update-rejected')
    const shadow = (this.#shadow ??= this.#copy())
    if (this.#wouldBe(shadow, bytes.length) > TEXT_BYTES_MOST)
      return refuse('minutes-full', 'minutes', TEXT_BYTES_MOST)
    if (!fits(update, shadow)) return refuse('update-rejected')
    const fresh = newIn(update.structs, (clientId) => Y.getState(shadow.store, clientId))
    const claims = this.#authors.judge(fresh, author)
    if (isRefusal(claims)) return claims
    this.#isChanged = false
    // `applyUpdate` is not atomic: what throws or waits may already have changed the document.
    if (!this.#applied(shadow, bytes)) {
      this.forget()
      return refuse('update-rejected')
    }
    if (!this.#isChanged) return KNOWN
    this.#authors.claim(claims, author)
    this.#bytes += bytes.length
    return { bytes, claims }
  }

  /** Takes in what was committed elsewhere. */
  follow(bytes: Uint8Array): void {
    if (this.#shadow && !this.#applied(this.#shadow, bytes)) this.forget()
  }

  /** Starts again from what is committed and on its way. */
  forget(): void {
    this.#shadow?.destroy()
    this.#shadow = null
  }

  #wouldBe(shadow: Y.Doc, more: number): number {
    if (this.#bytes + more > TEXT_BYTES_MANY && this.#bytes - this.#weighedBytes > WEIGH_EVERY)
      this.#bytes = this.#weighedBytes = Y.encodeStateAsUpdate(shadow).length
    return this.#bytes + more
  }

  #applied(shadow: Y.Doc, bytes: Uint8Array): boolean {
    try {
      Y.applyUpdate(shadow, bytes)
      return isWhole(shadow)
    } catch {
      return false
    }
  }

  #copy(): Y.Doc {
    const shadow = new Y.Doc()
    const committed = Y.encodeStateAsUpdate(this.#live)
    Y.applyUpdate(shadow, committed)
    for (const bytes of this.#onTheWay()) if (bytes) Y.applyUpdate(shadow, bytes)
    this.#bytes = this.#weighedBytes = committed.length
    shadow.on('update', () => (this.#isChanged = true))
    return shadow
  }
}
