import type { PlaceId } from '../../shared/kernel/id.ts'
import type { AppContext, Sweep } from '../app/feature.ts'

const LOOK_EVERY_MS = 60_000

/** Runs every sweep for every place at start and whenever a new day has begun there; returns how to stop. */
export function startDaily(
  context: AppContext,
  sweeps: readonly Sweep[],
  failed: (problem: unknown, placeId: PlaceId | null) => void,
): () => void {
  const sweptOn = new Map<string, string>()
  let isRunning = false

  async function look(): Promise<void> {
    if (isRunning) return
    isRunning = true
    try {
      const places = await context.database.reader
        .selectFrom('places')
        .select('id')
        .where('kind', '!=', 'grid')
        .execute()
      // What is wrong at one place keeps no other from its day.
      for (const { id } of places) await sweepPlace(id).catch((problem: unknown) => failed(problem, id))
    } catch (problem) {
      failed(problem, null)
    } finally {
      isRunning = false
    }
  }

  async function sweepPlace(id: PlaceId): Promise<void> {
    const { today } = await context.momentAt(id)
    if (sweptOn.get(id) === today) return
    for (const sweep of sweeps) await sweep(context, id)
    sweptOn.set(id, today)
  }

  void look()
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  return () => clearInterval(timer)
}
