import type { Concern } from '../../shared/concerns/concern.ts'

/** Whether whoever raised it may be given a slip: what a phone raised is followed on that phone. */
export const mayHaveSlip = ({ raisedById, channel }: Concern): boolean =>
  raisedById === null ? channel !== 'form' : /call|paper|visit/.test(channel)

export const slipAddress = (placeId: string, { id }: Pick<Concern, 'id'>): string => `/slip/${placeId}/${id}`

/** Opens a window of its own from which a slip is printed; its code is told there and nowhere else. */
export const printSlip = (placeId: string, concern: Pick<Concern, 'id'>): void =>
  void open(slipAddress(placeId, concern), '_blank', 'noopener')
