import type { FiguresView } from '../../../shared/ledger/month/figures.ts'
import type { PlaceId } from '../../../shared/kernel/id.ts'
import { LiveQuery } from '../../sync/live/live-query.svelte.ts'
import { read } from '../../sync/read.ts'

/** What the last months look like; counted on the server from the rows of the ledger. */
export const figuresAt = (placeId: PlaceId): LiveQuery<FiguresView> =>
  new LiveQuery({ read: () => read('/api/places/:placeId/figures', { placeId }) })
