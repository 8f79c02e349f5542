import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts'

const STORED_AT = 'liangting-renewed'

/** Loads a wall anew that was hung before an update, once for each version: nobody stands there to press. */
export function renewOnce(storage: Storage, reload: () => void): void {
  const version = String(PROTOCOL_VERSION)
  if (storage.getItem(STORED_AT) === version) return
  storage.setItem(STORED_AT, version)
  reload()
}
