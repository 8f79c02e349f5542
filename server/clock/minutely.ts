const LOOK_EVERY_MS = 60_000

/** Looks at start and every minute, never twice at once; stopping waits for a look that is under way. */
export function startMinutely(
  look: () => Promise<void>,
  failed: (problem: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | null = null
  const turn = (): void => {
    running ??= look()
      .catch(failed)
      .finally(() => {
        running = null
      })
  }
  turn()
  const timer = setInterval(turn, LOOK_EVERY_MS)
  return async () => {
    clearInterval(timer)
    await running
  }
}
