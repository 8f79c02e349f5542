import { answerOf, openBrowserDatabase, written } from '../../sync/browser-database.ts'
import type { Mapping } from '../../../shared/ledger/import/import.ts'
import type { LedgerFile } from '../../../shared/ledger/import/import-reading.ts'

/** An old ledger as somebody has put it right so far. */
export interface KeptFile {
  readonly fileName: string
  readonly file: LedgerFile
  readonly mapping: Mapping
  /** Missing in what an older version of the page kept. */
  readonly importId?: string
  /** Rows that were sent, of which nobody heard whether they arrived. */
  readonly sentLines?: readonly number[]
  readonly keptAt: number
}

const NAME = 'liangting-import'
const STORE = 'files'
/** Names of villagers stand in it: on a shared machine it is not kept for ever. */
const KEPT_FOR_MS = 7 * 24 * 60 * 60_000

async function within(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const database = await openBrowserDatabase(NAME, (made) => made.createObjectStore(STORE))
  return database.transaction(STORE, mode).objectStore(STORE)
}

/** What was left on this machine for a place, if it is not too old. */
export async function recallFile(placeId: string, now: number): Promise<KeptFile | null> {
  try {
    const found = await answerOf<KeptFile | undefined>((await within('readonly')).get(placeId))
    if (!found) return null
    if (now - found.keptAt <= KEPT_FOR_MS) return found
    await keepFile(placeId, null)
    return null
  } catch {
    return null
  }
}

/** Null forgets it. Where the browser keeps nothing, the page goes on without. */
export async function keepFile(placeId: string, kept: KeptFile | null): Promise<void> {
  try {
    const store = await within('readwrite')
    if (kept === null) store.delete(placeId)
    else store.put(kept, placeId)
    await written(store.transaction)
  } catch {
    // What was put right holds for this visit.
  }
}
