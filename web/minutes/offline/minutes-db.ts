import * as Y from 'yjs'
import { MINUTES_SCHEMA_VERSION } from '../../../shared/minutes/minutes.ts'
import { answerOf, openBrowserDatabase, written } from '../../sync/browser-database.ts'
import type { Aside } from './aside.ts'

/** One change of a text as it lies on this machine. */
export interface KeptEdit {
  /** Whose text of which evening. */
  readonly text: string
  /** The opened page that wrote it down; two may be open at once. */
  readonly sitting: string
  /** Counts the person's own changes of that sitting; 0 for what came from the server. */
  readonly edit: number
  readonly bytes: Uint8Array
}

/** Which state of the server's text this machine has seen. */
export interface Mark {
  readonly epoch: string | null
  readonly seq: number
  /** When that state was committed; not known of what older pages left. */
  readonly atMs: number | null
  /** The version of the minutes that was open then; older pages left none. */
  readonly edition: string | null
}

/** For each sitting, how many of its edits are on the server's disk. */
type SavedEdits = Readonly<Record<string, number>>

interface KeptText extends Mark {
  readonly text: string
  readonly schema: number
  /** All of it up to some moment, and the sitting that put it together. */
  readonly bytes: Uint8Array | null
  readonly by: string
  readonly saved: SavedEdits
  /** When this machine learned that the evening is signed. */
  readonly signedAtMs?: number
}

export interface Loaded extends Mark {
  readonly updates: readonly Uint8Array[]
  readonly unsent: number
  /** For each sitting that left something here, its last edit. */
  readonly sittings: SavedEdits
  /** Edits behind this one belong to pages that are still open. */
  readonly lastId: number
}

const NAME = 'liangting-minutes'
const TEXTS = 'texts'
const EDITS = 'edits'
const ASIDES = 'asides'
/** Signed texts with nothing unsent stay this long, and so many of them at most. */
export const STAYS_MS = 30 * 24 * 60 * 60_000
export const MAX_TEXTS = 20
const NOTHING: Loaded = {
  updates: [],
  unsent: 0,
  sittings: {},
  lastId: 0,
  epoch: null,
  seq: 0,
  atMs: null,
  edition: null,
}

const freshText = (text: string): KeptText => ({
  text,
  schema: MINUTES_SCHEMA_VERSION,
  bytes: null,
  by: '',
  saved: {},
  epoch: null,
  seq: 0,
  atMs: null,
  edition: null,
})

const openDatabase = (): Promise<IDBDatabase> =>
  openBrowserDatabase(NAME, (database) => {
    database.createObjectStore(TEXTS, { keyPath: 'text' })
    database.createObjectStore(EDITS, { autoIncrement: true }).createIndex('text', 'text')
    database.createObjectStore(ASIDES, { keyPath: 'id' }).createIndex('text', 'text')
  })

/** The texts that somebody writes on this machine, whole, so that a closed page or a lost line loses nothing. */
export class MinutesDb {
  private readonly database: IDBDatabase

  private constructor(database: IDBDatabase) {
    this.database = database
  }

  /** Null where the browser keeps nothing. */
  static async open(): Promise<MinutesDb | null> {
    try {
      return new MinutesDb(await openDatabase())
    } catch {
      return null
    }
  }

  /** What a page of a newer schema left stays where it is: this one would not know how to hold it. */
  async load(text: string): Promise<Loaded> {
    const transaction = this.database.transaction([TEXTS, EDITS])
    const edits = transaction.objectStore(EDITS).index('text')
    const [kept, rows, ids] = await Promise.all([
      answerOf<KeptText | undefined>(transaction.objectStore(TEXTS).get(text)),
      answerOf<KeptEdit[]>(edits.getAll(text)),
      answerOf(edits.getAllKeys(text)),
    ])
    if (kept && kept.schema > MINUTES_SCHEMA_VERSION) return NOTHING
    const sittings: Record<string, number> = { ...kept?.saved }
    for (const { sitting, edit } of rows) sittings[sitting] = Math.max(edit, sittings[sitting] ?? 0)
    return {
      updates: [...(kept?.bytes ? [kept.bytes] : []), ...rows.map(({ bytes }) => bytes)],
      unsent: rows.filter(({ sitting, edit }) => edit > (kept?.saved[sitting] ?? 0)).length,
      sittings,
      lastId: Math.max(0, ...(ids as number[])),
      epoch: kept?.epoch ?? null,
      seq: kept?.seq ?? 0,
      atMs: kept?.atMs ?? null,
      edition: kept?.edition ?? null,
    }
  }

  add(edits: readonly KeptEdit[]): Promise<void> {
    const transaction = this.write([EDITS])
    const store = transaction.objectStore(EDITS)
    for (const edit of edits) store.add(edit)
    return written(transaction)
  }

  /** Remembers what is on the server's disk. */
  async mark(text: string, sitting: string, mark: Mark, saved: SavedEdits): Promise<void> {
    const transaction = this.write([TEXTS])
    const store = transaction.objectStore(TEXTS)
    const before = await answerOf<KeptText | undefined>(store.get(text))
    const fresh = { ...freshText(text), by: sitting }
    store.put({ ...fresh, ...before, ...mark, saved: { ...before?.saved, ...saved } } satisfies KeptText)
    return written(transaction)
  }

  /** Puts the whole text in the place of its edits; those of other open pages stay. */
  async fold(text: string, sitting: string, whole: Uint8Array, { sittings, lastId }: Loaded): Promise<void> {
    const transaction = this.write([TEXTS, EDITS])
    const store = transaction.objectStore(TEXTS)
    const before = await answerOf<KeptText | undefined>(store.get(text))
    if (!before) return transaction.abort()
    const isOthers = before.bytes !== null && before.by !== sitting
    const bytes = isOthers ? Y.mergeUpdates([before.bytes!, whole]) : whole
    store.put({ ...before, bytes, by: sitting } satisfies KeptText)
    await Promise.all([this.drop(transaction, text, sitting, sittings, lastId), written(transaction)])
  }

  /** Takes a text that will not be sent out of the way, in the same breath as it is put aside. */
  async setAside(aside: Aside, sitting: string, { sittings, lastId }: Loaded): Promise<void> {
    const transaction = this.write([TEXTS, EDITS, ASIDES])
    transaction.objectStore(ASIDES).put(aside)
    transaction.objectStore(TEXTS).delete(aside.text)
    await Promise.all([this.drop(transaction, aside.text, sitting, sittings, lastId), written(transaction)])
  }

  asidesOf(text: string): Promise<Aside[]> {
    return answerOf(this.database.transaction(ASIDES).objectStore(ASIDES).index('text').getAll(text))
  }

  putAside(aside: Aside): Promise<void> {
    const transaction = this.write([ASIDES])
    transaction.objectStore(ASIDES).put(aside)
    return written(transaction)
  }

  removeAside(id: string): Promise<void> {
    const transaction = this.write([ASIDES])
    transaction.objectStore(ASIDES).delete(id)
    return written(transaction)
  }

  /** Texts of which this machine does not know that they are signed. */
  async unsigned(): Promise<string[]> {
    const texts = this.database.transaction(TEXTS).objectStore(TEXTS)
    const all = await answerOf<KeptText[]>(texts.getAll())
    return all.filter(({ signedAtMs }) => signedAtMs === undefined).map(({ text }) => text)
  }

  async markSigned(text: string, signedAtMs: number): Promise<void> {
    const transaction = this.write([TEXTS])
    const store = transaction.objectStore(TEXTS)
    const before = await answerOf<KeptText | undefined>(store.get(text))
    if (before?.signedAtMs === undefined)
      store.put({ ...freshText(text), ...before, signedAtMs } satisfies KeptText)
    return written(transaction)
  }

  /** Clears signed texts away that are old or too many; never the one that is open, and none with a word unsent. */
  async prune(nowMs: number, open: string): Promise<void> {
    const transaction = this.write([TEXTS, EDITS, ASIDES])
    const store = transaction.objectStore(TEXTS)
    const all = await answerOf<KeptText[]>(store.getAll())
    const signed = all
      .filter(({ text, signedAtMs }) => text !== open && signedAtMs !== undefined)
      .sort((one, other) => one.signedAtMs! - other.signedAtMs!)
    let left = all.length
    for (const kept of signed) {
      const isDue = nowMs - kept.signedAtMs! > STAYS_MS || left > MAX_TEXTS
      if (!isDue || (await this.hasUnsent(transaction, kept))) continue
      left--
      store.delete(kept.text)
      const edits = transaction.objectStore(EDITS)
      for (const key of await answerOf(edits.index('text').getAllKeys(kept.text))) edits.delete(key)
    }
    return written(transaction)
  }

  private async hasUnsent(transaction: IDBTransaction, { text, saved }: KeptText): Promise<boolean> {
    const asides = transaction.objectStore(ASIDES).index('text')
    const edits = transaction.objectStore(EDITS).index('text')
    const [aside, rows] = await Promise.all([
      answerOf(asides.count(text)),
      answerOf<KeptEdit[]>(edits.getAll(text)),
    ])
    return aside > 0 || rows.some(({ sitting, edit }) => edit > (saved[sitting] ?? 0))
  }

  close(): void {
    this.database.close()
  }

  // A kept word must outlive a power cut, not only the page.
  private write(stores: string[]): IDBTransaction {
    return this.database.transaction(stores, 'readwrite', { durability: 'strict' })
  }

  private drop(
    transaction: IDBTransaction,
    text: string,
    own: string,
    loaded: SavedEdits,
    lastId: number,
  ): Promise<void> {
    const walk = transaction.objectStore(EDITS).index('text').openCursor(text)
    return new Promise((resolve, reject) => {
      walk.onerror = () => reject(walk.error)
      walk.onsuccess = () => {
        const cursor = walk.result
        if (!cursor) return resolve()
        const { sitting } = cursor.value as KeptEdit
        const isBefore = sitting in loaded && (cursor.primaryKey as number) <= lastId
        if (sitting === own || isBefore) cursor.delete()
        cursor.continue()
      }
    })
  }
}
