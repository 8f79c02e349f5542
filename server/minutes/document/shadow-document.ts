import * as Y from 'yjs'
import { isRefusal, refuse, type Refusal } from '../../../shared/kernel/refusal.ts'
import { newIn, type Author, type Authors, type Claims } from './authors.ts'
import { decoded, fits, isSane } from './check.ts'
import { keystrokeIn, type Keystroke } from './keystroke.ts'
import { isWhole } from './updates.ts'

/** One keystroke is about 30 bytes; a recorder who was cut off brings a whole evening at once. */
export const MAX_UPDATE_BYTES = 2 * 1024 * 1024
/** Four hours of typing are about 0.4 MiB. */
export const MAX_TEXT_BYTES = 8 * 1024 * 1024
export const TEXT_BYTES_MANY = 4 * 1024 * 1024
/** Single updates add up to more than the text that they make: it is weighed again after so many bytes. */
const WEIGH_EVERY = 256 * 1024

/** Keystrokes that the draft takes in together: one transaction for all costs little more than for one. */
const MAX_KEYSTROKES = 64

/** An update that may be written down; without bytes it says nothing new. */
export interface Taken {
  readonly bytes: Uint8Array | null
  readonly claims: Claims
}

const KNOWN: Taken = { bytes: null, claims: [] }

/** The text as it will be once everything on its way is on disk; a bad update is found here, where it can harm nobody. */
export class ShadowDocument {
  readonly #live: Y.Doc
  readonly #onTheWay: () => readonly (Uint8Array | null)[]
  readonly #authors: Authors
  #shadow: Y.Doc | null = null
  /** Keystrokes that are known to fit and that the shadow has not taken in yet, and how far each client id is with them. */
  #behind: Uint8Array[] = []
  readonly #reach = new Map<number, number>()
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
    if (bytes.length > MAX_UPDATE_BYTES) return refuse('too-long', 'update', MAX_UPDATE_BYTES)
    if (this.#wouldBe(bytes.length) > MAX_TEXT_BYTES) return refuse('minutes-full', 'minutes', MAX_TEXT_BYTES)
    const keystroke = keystrokeIn(bytes)
    return keystroke && this.#fitsSimply(keystroke)
      ? this.#takeKeystroke(keystroke, bytes, author)
      : this.#takeAny(bytes, author)
  }

  #takeKeystroke({ client, clock, length }: Keystroke, bytes: Uint8Array, author: Author): Taken | Refusal {
    const claims = this.#authors.judge([client], author)
    if (isRefusal(claims)) return claims
    this.#reach.set(client, clock + length)
    this.#behind.push(bytes)
    if (this.#behind.length >= MAX_KEYSTROKES) this.#complete()
    return this.#taken(bytes, claims, author)
  }

  #takeAny(bytes: Uint8Array, author: Author): Taken | Refusal {
    const update = decoded(bytes)
    if (!update) return refuse('update-rejected')
    const shadow = this.#complete()
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
    return this.#isChanged ? this.#taken(bytes, claims, author) : KNOWN
  }

  #taken(bytes: Uint8Array, claims: Claims, author: Author): Taken {
    this.#authors.claim(claims, author)
    this.#bytes += bytes.length
    return { bytes, claims }
  }

  // Letters behind letters that are there, the next of their author: whatever document takes them in.
  #fitsSimply({ client, clock, length, after, before }: Keystroke): boolean {
    return (
      isSane(client, clock, length) &&
      clock === this.#known(client) &&
      after.clock < this.#known(after.client) &&
      (before === null || before.clock < this.#known(before.client))
    )
  }

  #known(client: number): number {
    return this.#reach.get(client) ?? Y.getState((this.#shadow ??= this.#copy()).store, client)
  }

  /** The shadow with everything in it that was taken. */
  #complete(): Y.Doc {
    const shadow = (this.#shadow ??= this.#copy())
    if (this.#behind.length === 0) return shadow
    const behind = this.#behind
    this.#behind = []
    this.#reach.clear()
    shadow.transact(() => {
      for (const bytes of behind) Y.applyUpdate(shadow, bytes)
    })
    return shadow
  }

  /** Takes in what was committed elsewhere. */
  follow(bytes: Uint8Array): void {
    if (this.#shadow && !this.#applied(this.#complete(), bytes)) this.forget()
  }

  /** Starts again from what is committed and on its way. */
  forget(): void {
    this.#shadow?.destroy()
    this.#shadow = null
    this.#behind = []
    this.#reach.clear()
  }

  #wouldBe(more: number): number {
    this.#shadow ??= this.#copy()
    if (this.#bytes + more > TEXT_BYTES_MANY && this.#bytes - this.#weighedBytes > WEIGH_EVERY)
      this.#bytes = this.#weighedBytes = Y.encodeStateAsUpdate(this.#complete()).length
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
