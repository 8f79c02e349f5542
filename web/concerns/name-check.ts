import { namesIn, publicWordsIn, unnamedIn, type Heard } from '../../shared/concerns/unnamed.ts'
import type { ToldRefusal } from '../sync/ask.ts'

/** A double click has not read anything. */
const READ_MS = 500

export interface Asked {
  readonly kind: 'refused'
  readonly refusal: ToldRefusal
}

/** By what sends them, the words that were told last. */
const told = new WeakMap<object, { readonly words: string; readonly atMs: number }>()

/**
 * What is told before words that name somebody are sent; null where they may go, as the same words pressed again do.
 * `villagers` are given where the reader is not told who asked to stay unnamed.
 */
export function askedOf(
  sender: object,
  fields: object,
  heard: readonly Heard[],
  villagers: readonly string[] = [],
): Asked | null {
  const words = publicWordsIn(fields)
  const unnamed = namesIn(words, unnamedIn(heard))
  const who = (unnamed.length ? unnamed : namesIn(words, villagers)).join('、')
  const refused = unnamed.length ? 'names-unnamed' : 'names-villager'
  const last = told.get(sender)
  const isSame = last?.words === words
  if (!who || (isSame && performance.now() - last.atMs >= READ_MS)) return null
  if (!isSame) told.set(sender, { words, atMs: performance.now() })
  return { kind: 'refused', refusal: { refused, who, sentence: '', status: 0 } }
}
