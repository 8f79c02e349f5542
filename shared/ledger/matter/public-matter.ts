import type { PlaceId } from '../../kernel/id.ts'

/** Where everybody reads of one matter. */
export const matterPath = (placeId: PlaceId, address: string): string =>
  `/public/${placeId}/matter/${address}`
