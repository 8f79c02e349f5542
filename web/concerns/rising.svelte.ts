import type { PlaceId } from '../../shared/kernel/id.ts'
import type { RisingView } from '../../shared/ledger/rising.ts'
import { LiveQuery } from '../sync/live/live-query.svelte.ts'
import { read } from '../sync/read.ts'

/** What is said again and again; read when the panel is drawn. */
export const risingAt = (placeId: PlaceId): LiveQuery<RisingView> =>
  new LiveQuery({ read: () => read('/api/places/:placeId/rising', { placeId }) })
