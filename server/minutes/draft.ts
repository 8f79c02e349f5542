import * as Y from 'yjs'
import { refuse, type Refusal } from '../../shared/kernel/refusal.ts'
import { decoded, fits } from './check.ts'
import { isWhole } from './updates.ts'

/** One keystroke is about 30 bytes; a recorder who was cut off brings a whole evening at once. */
export const UPDATE_BYTES_MOST = 2 * 1024 * 1024
/** Four hours of typing are about 0.4 MiB. */
const TEXT_BYTES_MOST = 8 * 1024 * 1024

/** The text as it will be once everything on its way is on disk; a bad update is found here, where it can harm nobody. */
export class Draft {
  readonly #live: Y.Doc
  readonly #onTheWay: () => readonly (Uint8Array | null)[]
  #shadow: Y.Doc | null = null
  #bytes = 0
  #isChanged = false

  constructor(live: Y.Doc, onTheWay: () => readonly (Uint8Array | null)[]) {
    this.#live = live
    this.#onTheWay = onTheWay
  }

  /** Takes an update in and says whether it brings anything new; one that is refused leaves no trace. */
  take(bytes: Uint8Array): 'new' | 'known' | Refusal {
    if (bytes.length > UPDATE_BYTES_MOST) return refuse('too-long', 'update', UPDATE_BYTES_MOST)
    const update = decoded(bytes)
    if (!update) return refuse('update-rejected')
    const shadow = (this.#shadow ??= this.#copy())
    if (this.#bytes + bytes.length > TEXT_BYTES_MOST) return refuse('too-long', 'minutes', TEXT_BYTES_MOST)
    if (!fits(update, shadow)) return refuse('update-rejected')
    this.#isChanged = false
    // `applyUpdate` is not atomic: what throws or waits may already have changed the document.
    if (!this.#applied(shadow, bytes)) {
      this.forget()
      return refuse('update-rejected')
    }
    if (!this.#isChanged) return 'known'
    this.#bytes += bytes.length
    return 'new'
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
    this.#bytes = committed.length
    shadow.on('update', () => (this.#isChanged = true))
    return shadow
  }
}
