import * as Y from 'yjs'
import { newId } from '../../sync/id.ts'
import type { Aside } from './aside.ts'
import type { MinutesDb, KeptEdit, Loaded, Mark } from './minutes-db.ts'

/** Edits after which the whole text takes their place. */
const FOLD_EVERY = 300
/** Marks are a convenience: without one, words count as unsent until the server says that it has them. */
const MARK_AFTER_MS = 1_000
/** What this browser's disk did not take is tried again then, or at the next edit. */
const TRY_AGAIN_MS = 5_000

/** Writes every change of a text down on this machine; what is written down is kept. */
export class Keeping {
  private readonly kept: MinutesDb
  private readonly text: string
  private readonly sitting = newId()
  private readonly doc: Y.Doc
  private readonly changed: () => void
  private loaded!: Loaded
  private isTheirs: (origin: unknown) => boolean = () => false
  private waiting: KeptEdit[] = []
  private writing: Promise<void> | null = null
  private edits = 0
  private keptEdits = 0
  private rows = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private again: ReturnType<typeof setTimeout> | undefined
  private due: (() => Promise<void>) | null = null

  constructor(kept: MinutesDb, text: string, doc: Y.Doc, changed: () => void) {
    this.kept = kept
    this.text = text
    this.doc = doc
    this.changed = changed
  }

  /** Every word of this page lies on this machine. */
  get isKept(): boolean {
    return this.keptEdits === this.edits
  }

  /** Takes in what earlier pages left here. */
  async load(): Promise<Loaded> {
    this.loaded = await this.kept.load(this.text)
    this.rows = this.loaded.updates.length
    this.doc.transact(() => {
      for (const bytes of this.loaded.updates) Y.applyUpdate(this.doc, bytes)
    }, this)
    return this.loaded
  }

  start(isTheirs: (origin: unknown) => boolean): void {
    this.isTheirs = isTheirs
    this.doc.on('update', this.note)
  }

  stop(): void {
    this.doc.off('update', this.note)
    clearTimeout(this.timer)
    clearTimeout(this.again)
    void this.due?.()
  }

  /** All edits so far are on the server's disk. */
  saved(mark: Mark): void {
    const edits = this.edits
    this.due = async () => {
      this.due = null
      await this.settled()
      const { sittings } = this.loaded
      const saved = { ...sittings, [this.sitting]: edits }
      await this.kept.mark(this.text, this.sitting, mark, saved).catch(() => {})
      if (edits === this.edits && this.isKept && this.rows > FOLD_EVERY) await this.fold()
    }
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      void this.due?.()
    }, MARK_AFTER_MS)
  }

  /** Clears the text away, once it is safe in the copy. */
  async setAside(aside: Aside): Promise<void> {
    this.doc.off('update', this.note)
    clearTimeout(this.timer)
    this.due = null
    await this.settled()
    await this.kept.setAside(aside, this.sitting, this.loaded)
  }

  /** Resolves when nothing is on its way to the disk of this machine. */
  async settled(): Promise<void> {
    while (this.writing) await this.writing
  }

  private async fold(): Promise<void> {
    const whole = Y.encodeStateAsUpdate(this.doc)
    this.rows = 0
    await this.kept.fold(this.text, this.sitting, whole, this.loaded).catch(() => {})
  }

  private note = (bytes: Uint8Array, origin: unknown): void => {
    const edit = this.isTheirs(origin) ? 0 : ++this.edits
    this.waiting.push({ text: this.text, sitting: this.sitting, edit, bytes })
    this.rows++
    this.writing ??= this.write()
  }

  // What could not be written waits for the next try, so that nothing is kept without what it rests on.
  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const edits = this.waiting
      try {
        this.waiting = []
        await this.kept.add(edits)
      } catch {
        this.waiting = [...edits, ...this.waiting]
        clearTimeout(this.again)
        this.again = setTimeout(() => (this.writing ??= this.write()), TRY_AGAIN_MS)
        break
      }
      this.keptEdits = Math.max(this.keptEdits, ...edits.map(({ edit }) => edit))
    }
    this.writing = null
    this.changed()
  }
}
