/** Another tab can hold a store for as long as it likes: nobody waits for this browser's disk longer. */
export const STORE_WITHIN_MS = 2_000

/** The browser's store did not answer in time; nothing of what was asked for is written. */
export class StoreHeld extends Error {
  override name = 'StoreHeld'
}

/** Settles as `work` does, or fails after the limit and calls `giveUp`. */
function within<Result>(work: Promise<Result>, giveUp: () => void = () => {}): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      giveUp()
      reject(new StoreHeld())
    }, STORE_WITHIN_MS)
    void work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** The answer to one request. */
export const answerOf = <Result>(request: IDBRequest<Result>): Promise<Result> => within(settled(request))

/** Resolves when the transaction is written, not when it was asked for; one that is held up is called off. */
export const written = (transaction: IDBTransaction): Promise<void> =>
  within(
    new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = transaction.onerror = () => reject(transaction.error)
    }),
    () => abort(transaction),
  )

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It ended in the same moment.
  }
}

/** The one way to this browser's disk. Another tab that wants a newer version is not kept waiting by this one. */
export async function openBrowserDatabase(
  name: string,
  upgrade: (database: IDBDatabase) => void,
): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => upgrade(opening.result)
  const opened = settled(opening)
  const database = await within(opened, () => void opened.then((late) => late.close()).catch(() => {}))
  database.onversionchange = () => database.close()
  return database
}
