import type { PlaceId } from '../../../shared/kernel/id.ts'
import type { Subject } from '../matter/subject.svelte.ts'
import type { Subjects } from '../matter/subjects.ts'

/** The one matter that a link names, or that was opened from a list without a row of its own. */
export class Named {
  /** What the address asks for. */
  asked = $state<string | null>(null)
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

  /** Reads the address, and follows links that are pressed while the page is open. */
  listen(): () => void {
    const hear = (): void => {
      this.asked = decodeURIComponent(location.hash.slice(1)) || null
    }
    hear()
    addEventListener('hashchange', hear)
    return () => removeEventListener('hashchange', hear)
  }
}
