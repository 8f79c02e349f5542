import type { AppContext, Sweep } from '../app/feature.ts'

const LOOK_EVERY_MS = 60_000

/** Runs every sweep for every place at start and whenever a new day has begun there; returns how to stop. */
export function startDaily(
  context: AppContext,
  sweeps: readonly Sweep[],
  failed: (problem: unknown) => void,
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
      for (const { id } of places) {
        const { today } = await context.momentAt(id)
        if (sweptOn.get(id) === today) continue
        for (const sweep of sweeps) await sweep(context, id)
        sweptOn.set(id, today)
      }
    } catch (problem) {
      failed(problem)
    } finally {
      isRunning = false
    }
  }

  void look()
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  return () => clearInterval(timer)
}
