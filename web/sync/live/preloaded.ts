import type { Preloaded } from '../../../shared/protocol/preloaded.ts'
import { chosen } from '../../ui/memory.ts'
import { clock } from '../clock.svelte.ts'

const answers = new Map<string, unknown>()

/** Where the server puts them. */
export function takeFromPage(): boolean {
  const text = document.getElementById('preloaded')?.textContent
  if (text) take(JSON.parse(text))
  return !!text
}

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

/** As it was chosen last on this browser; the server, which renders it first, is told so by a cookie. */
export const chosenBefore = (key: string): string =>
  import.meta.env.SSR ? (preloaded<string>(key) ?? '') : chosen(key)
