const LOOK_EVERY_MS = 5

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** True once it holds, false when it has not within the time. */
export async function holdsWithin(ms: number, holds: () => boolean): Promise<boolean> {
  const end = performance.now() + ms
  while (!holds()) {
    if (performance.now() > end) return false
    await pause(LOOK_EVERY_MS)
  }
  return true
}

/** @throws when it does not hold within the time */
export async function until(what: string, ms: number, holds: () => boolean): Promise<void> {
  if (!(await holdsWithin(ms, holds))) throw new Error(`expected ${what} within ${ms} ms, found it is not so`)
}
