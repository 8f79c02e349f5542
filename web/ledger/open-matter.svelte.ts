import { tick } from 'svelte'
import type { PlaceId } from '../../shared/kernel/id.ts'
import { matterHash } from '../../shared/kernel/matter-address.ts'
import type { Ledger } from './ledger.svelte.ts'
import { rowOf } from './list/steps.ts'
import type { Subject } from './matter/subject.svelte.ts'
import type { Subjects } from './matter/subjects.ts'

/** The one matter that lies open, on a page of its own in place of the rows; the address names it. */
export class OpenMatter {
  subject = $state.raw<Subject | null>(null)
  readonly #ledger: Ledger
  readonly #subjects: Subjects
  #listTop = 0
  /** The way back leads from here to the list. */
  #isAboveList = false

  constructor(ledger: Ledger, subjects: Subjects) {
    this.#ledger = ledger
    this.#subjects = subjects
  }

  get id(): string | null {
    return this.subject?.id ?? null
  }

  /** As the address names it. */
  get hash(): string | null {
    return this.subject && matterHash(this.subject.placeId, this.subject.id, this.#ledger.placeId)
  }

  show(id: string, placeId: PlaceId = this.#ledger.placeId): void {
    if (!this.subject) {
      this.#listTop = scrollY
      // So that the browser's way back leads to the list, however often one is opened.
      if (!this.#isAboveList) history.pushState(history.state, '', location.href)
      this.#isAboveList = true
    }
    this.#put(id, placeId)
  }

  #put(id: string, placeId: PlaceId): void {
    const row =
      placeId === this.#ledger.placeId &&
      this.#ledger.commitments.find(
        (one) => one.state !== 'dropped' && (one.id === id || one.concernId === id),
      )
    this.subject = row ? this.#subjects.here(row.id) : this.#subjects.at(placeId, id)
  }

  close(): void {
    const { id } = this
    if (id === null) return
    this.subject = null
    void tick().then(() => {
      scrollTo(0, this.#listTop)
      rowOf(id)?.focus()
    })
  }

  #follow(hash: string): void {
    const [id = '', placeId] = hash.split('/').reverse()
    // A link into the ledger of a place at which the reader holds no post opens their own, which lies above it.
    const pageOf = new URLSearchParams(location.search).get('place')
    this.#put(id, placeId || pageOf || this.#ledger.placeId)
  }

  /** Reads the address, and follows links and ways back that are pressed while the page is open. */
  listen(): () => void {
    const hear = (): void => {
      const hash = decodeURIComponent(location.hash.slice(1))
      if (hash && hash !== this.hash) this.#follow(hash)
      else if (!hash) this.close()
    }
    const travel = (): void => {
      this.#isAboveList = location.hash.length > 1
    }
    // The address is written anew without it.
    const act = new URLSearchParams(location.search).get('act')
    if (location.hash.length > 1) hear()
    if (act === 'offer' && this.subject) this.subject.wanted = act
    addEventListener('hashchange', hear)
    addEventListener('popstate', travel)
    return () => {
      removeEventListener('hashchange', hear)
      removeEventListener('popstate', travel)
    }
  }
}
