import type { PlaceId } from './id.ts'

/** Names a matter in an address: with its place, where the page is that of another one. */
export const matterHash = (placeId: PlaceId, id: string, pageOf: PlaceId): string =>
  placeId === pageOf ? id : `${placeId}/${id}`

/** Where the ledger opens a matter and asks to whom it is handed on. */
export const handingAddress = (placeId: PlaceId, id: string): string =>
  `/ledger?place=${placeId}&act=offer#${id}`

/** Where the ledger opens a matter or a promise; seen from above, in the ledger of the place above. */
export const matterAddress = (placeId: PlaceId, id: string, pageOf: PlaceId = placeId): string =>
  `/ledger?place=${pageOf}#${matterHash(placeId, id, pageOf)}`
