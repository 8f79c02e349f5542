import { features } from '../../../server/app/features.ts'
import { addDays, type Day } from '../../../shared/kernel/day.ts'
import type { Village } from './village.ts'

const SWEEPS = features.flatMap((feature) => feature.sweeps ?? [])

/** Lets one day after the other begin in the village and above it, until the morning of `day`. */
export async function liveUntil(
  village: Pick<Village, 'clock' | 'context' | 'placeId' | 'townshipId'>,
  day: Day,
): Promise<void> {
  const { clock, context, placeId, townshipId } = village
  for (let on = (await context.momentAt(placeId)).today; on < day;) {
    on = addDays(on, 1)
    // Eight in the morning at Shanghai.
    clock.set(`${on}T00:00:00.000Z`)
    for (const place of [placeId, townshipId]) for (const sweep of SWEEPS) await sweep(context, place)
  }
}
