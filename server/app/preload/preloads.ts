import { preloadBox } from './box.ts'
import { preloadDesk } from './desk.ts'
import { preloadLedger } from './ledger.ts'
import { preloadPhone } from './phone.ts'
import type { Preload } from './preload.ts'
import { preloadWall } from './wall.ts'

/** What a page asks before it can draw anything, by the page's name. */
export const preloads: ReadonlyMap<string, Preload> = new Map([
  ['ledger', preloadLedger],
  ['phone', preloadPhone],
  ['box', preloadBox],
  ['wall', preloadWall],
  ['desk', preloadDesk],
])
