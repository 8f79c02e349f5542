import type { PlaceId } from '../../shared/kernel/id.ts'
import type { Subject } from './subject.svelte.ts'
import type { Subjects } from './subjects.ts'

const inAddress = (): string | null => decodeURIComponent(location.hash.slice(1)) || null

/** The one matter that a link names, or that was opened from a list without a row of its own. */
export class Named {
  /** What the address asks for. */
  asked = $state(inAddress())
  subject = $state.raw<Subject | null>(null)
  readonly #subjects: Subjects

  constructor(subjects: Subjects) {
    this.#subjects = subjects
  }

  get id(): string | null {
    return this.subject?.id ?? null
  }

  show(id: string, placeId: PlaceId): void {
    this.subject = this.#subjects.at(placeId, id)
  }

  close(): void {
    this.subject = null
  }

  /** Follows links that are pressed while the page is open. */
  listen(): () => void {
    const hear = (): void => {
      this.asked = inAddress()
    }
    addEventListener('hashchange', hear)
    return () => removeEventListener('hashchange', hear)
  }
}
