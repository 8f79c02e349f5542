import * as Y from 'yjs'
import { missingLines, type Aside } from './aside.ts'
import type { MinutesDb } from './minutes-db.ts'

/** What the record did not take of one person's words, until they decide about it. */
export class Asides {
  list = $state.raw<readonly Aside[]>([])
  private kept: MinutesDb | null = null
  private isDurable = true

  /** Closing the page would lose some of it. */
  get isAtRisk(): boolean {
    return this.list.length > 0 && !this.isDurable
  }

  async open(kept: MinutesDb, text: string): Promise<void> {
    this.kept = kept
    const earlier = await kept.asidesOf(text).catch(() => [])
    const known = new Set(this.list.map(({ id }) => id))
    this.list = [...earlier.filter(({ id }) => !known.has(id)), ...this.list]
  }

  add(aside: Aside, isDurable: boolean): void {
    this.isDurable &&= isDurable
    this.list = [...this.list, aside]
  }

  /** Finds out which lines the record has not; what it has is no longer set aside. */
  compare(record: Y.Doc): void {
    for (const aside of this.list) {
      if (aside.lines !== null) continue
      const ours = new Y.Doc()
      Y.applyUpdate(ours, aside.bytes)
      const compared = { ...aside, lines: missingLines(ours, record) }
      if (compared.lines.length === 0) void this.remove(aside)
      else {
        this.list = this.list.map((one) => (one.id === aside.id ? compared : one))
        this.kept?.putAside(compared).catch(() => {})
      }
    }
  }

  async remove({ id }: Aside): Promise<void> {
    // Gone on the screen is gone from the disk: a reload at once brings nothing back.
    await this.kept?.removeAside(id).catch(() => {})
    this.list = this.list.filter((one) => one.id !== id)
  }
}
