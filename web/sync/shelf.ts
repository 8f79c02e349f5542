import type { ToldRefusal } from './ask.ts'

/** A command that has no receipt yet. */
export interface Unsent {
  readonly commandId: string
  readonly name: string
  readonly body: Readonly<Record<string, unknown>>
  /** How often it was sent into the silence. */
  readonly tries: number
  readonly refusal: ToldRefusal | null
}

/** Where unsent commands lie, in the order in which they were put there. */
export interface Shelf {
  /** False where the browser forgets it all with the page. */
  readonly isDurable: boolean
  all(): Promise<readonly Unsent[]>
  put(unsent: Unsent): Promise<unknown>
  remove(commandId: string): Promise<unknown>
}

const NAME = 'liangting'
const STORE = 'outbox'
// Safari 14 sometimes never answers the first time after it was started.
const OPEN_WITHIN_MS = 3_000

const answerOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Settles when it is written, not when it was asked for. */
const written = (request: IDBRequest): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = request.transaction!
    transaction.oncomplete = () => resolve()
    transaction.onabort = transaction.onerror = () => reject(transaction.error)
  })

const tooLate = (): Promise<never> => new Promise((_, reject) => setTimeout(reject, OPEN_WITHIN_MS))

async function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(NAME, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'commandId' })
  return Promise.race([answerOf(opening), tooLate()])
}

/** Command ids sort by time, so the key order is the order of writing. */
export async function openShelf(): Promise<Shelf> {
  try {
    const database = await openDatabase()
    const within = (mode: IDBTransactionMode) => database.transaction(STORE, mode).objectStore(STORE)
    await answerOf(within('readonly').count())
    return {
      isDurable: true,
      all: () => answerOf(within('readonly').getAll()),
      put: (unsent) => written(within('readwrite').put(unsent)),
      remove: (commandId) => written(within('readwrite').delete(commandId)),
    }
  } catch {
    return memoryShelf()
  }
}

export function memoryShelf(): Shelf {
  const held = new Map<string, Unsent>()
  return {
    isDurable: false,
    all: async () => [...held.values()],
    put: async (unsent) => held.set(unsent.commandId, unsent),
    remove: async (commandId) => held.delete(commandId),
  }
}
