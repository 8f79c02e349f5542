import { clock } from '../sync/clock.svelte.ts'

/** What came with the page: reads and their answers, and when they were given. */
export interface Preloaded {
  readonly at: string
  readonly answers: Readonly<Record<string, unknown>>
}

const answers = new Map<string, unknown>()

export function take(told: Preloaded): void {
  answers.clear()
  for (const [path, value] of Object.entries(told.answers)) answers.set(path, value)
  clock.hear(told.at)
}

/** The answer that came with the page, once: who asks again wants to know how it is now. */
export function preloaded<Value>(path: string): Value | null {
  const value = answers.get(path) as Value | undefined
  answers.delete(path)
  return value ?? null
}
