import type { ToldRefusal } from './ask.ts'
import { answerOf, openBrowserDatabase, written } from './browser-database.ts'

/** A command that has no receipt yet. */
export interface Unsent {
  readonly commandId: string
  readonly name: string
  readonly body: Readonly<Record<string, unknown>>
  /** How often it was sent into the silence. */
  readonly tries: number
  readonly refusal: ToldRefusal | null
  /** Grows with each command of this browser; never sent. What earlier versions left has none and comes first. */
  readonly order?: number
}

/** Where unsent commands lie. */
export interface OutboxStore {
  /** False where the browser forgets it all with the page. */
  readonly isDurable: boolean
  /** In the order in which they were written. */
  all(): Promise<readonly Unsent[]>
  put(unsent: Unsent): Promise<unknown>
  remove(commandId: string): Promise<unknown>
}

const NAME = 'liangting'
const STORE = 'outbox'

const openDatabase = (): Promise<IDBDatabase> =>
  openBrowserDatabase(NAME, (database) => database.createObjectStore(STORE, { keyPath: 'commandId' }))

const inOrder = (all: readonly Unsent[]): readonly Unsent[] =>
  [...all].sort((one, other) => (one.order ?? 0) - (other.order ?? 0))

export async function openOutboxStore(): Promise<OutboxStore> {
  try {
    const database = await openDatabase()
    const read = () => database.transaction(STORE).objectStore(STORE)
    const write = (change: (store: IDBObjectStore) => void): Promise<void> => {
      const transaction = database.transaction(STORE, 'readwrite')
      change(transaction.objectStore(STORE))
      return written(transaction)
    }
    await answerOf(read().count())
    return {
      isDurable: true,
      all: async () => inOrder(await answerOf<Unsent[]>(read().getAll())),
      put: (unsent) => write((store) => store.put(unsent)),
      remove: (commandId) => write((store) => store.delete(commandId)),
    }
  } catch {
    return memoryStore()
  }
}

export function memoryStore(): OutboxStore {
  const held = new Map<string, Unsent>()
  return {
    isDurable: false,
    all: async () => inOrder([...held.values()]),
    put: async (unsent) => held.set(unsent.commandId, unsent),
    remove: async (commandId) => held.delete(commandId),
  }
}
