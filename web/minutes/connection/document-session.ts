import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Known } from './address.ts'
import type { Aside, Why } from '../offline/aside.ts'
import type { CompositionGate } from './gate.ts'
import { Keeping } from '../offline/keeping.ts'
import type { MinutesDb, Loaded } from '../offline/minutes-db.ts'
import { MinutesProvider } from './provider.ts'

export interface SittingParts {
  readonly gate: CompositionGate
  readonly mayWrite: boolean
  readonly open: (known: Known) => WebSocket
  readonly changed: () => void
  readonly shutOut: (why: Why) => void
}

/** One copy of the text at this desk: its line to the server and its place on this machine. */
export class DocumentSession {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly wire: MinutesProvider
  /** Earlier pages left the text here. */
  hasKeptText = false
  private readonly parts: SittingParts
  private keeping: Keeping | null = null
  private isOver = false

  constructor(parts: SittingParts) {
    this.parts = parts
    this.wire = new MinutesProvider({ ...parts, doc: this.doc, awareness: this.awareness })
    // y-protocols passes over a first state, so that this one is the second.
    this.awareness.setLocalState(parts.mayWrite ? { cursor: null } : null)
  }

  /** Every word of this copy lies on this machine. */
  get isKept(): boolean {
    return this.keeping?.isKept ?? false
  }

  start(kept: MinutesDb | null, text: string): void {
    if (!kept) return this.begin()
    const keeping = new Keeping(kept, text, this.doc, this.parts.changed)
    keeping.load().then(
      (loaded) => this.begin(keeping, loaded),
      () => this.begin(),
    )
  }

  /** All edits so far are on the server's disk; what is written next is for the version that is open now. */
  saved(edition: string | null): void {
    this.wire.edition = edition
    const { epoch, seq, atMs } = this.wire
    this.keeping?.saved({ epoch, seq, atMs, edition })
  }

  /** @throws when this machine cannot keep the copy */
  async setAside(aside: Aside): Promise<void> {
    const keeping = this.keeping
    this.keeping = null
    await keeping?.setAside(aside)
  }

  /** Resolves once what has been written so far lies on this machine, if it ever will. */
  async settled(): Promise<void> {
    await this.keeping?.settled()
  }

  stop(): void {
    this.isOver = true
    this.wire.stop()
    this.keeping?.stop()
    this.awareness.destroy()
  }

  private begin(keeping: Keeping | null = null, loaded?: Loaded): void {
    if (this.isOver) return
    this.keeping = keeping
    this.hasKeptText = (loaded?.updates.length ?? 0) > 0
    keeping?.start((origin) => origin === this.wire)
    this.wire.start(loaded, loaded?.unsent)
    this.parts.changed()
  }
}
