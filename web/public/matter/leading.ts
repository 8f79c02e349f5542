import type { Commitment } from '../../../shared/commitments/commitment.ts'

/** The promise that speaks for the matter: the one whose day is nearest or passed, else what was done last. */
export function leadingOf(promises: readonly Commitment[]): Commitment | null {
  const running = promises.filter(({ state }) => state === 'open')
  if (running.length > 0) return running.reduce((one, other) => (other.dueOn < one.dueOn ? other : one))
  return promises.at(-1) ?? null
}
