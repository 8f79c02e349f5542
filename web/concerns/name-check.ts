import { namesIn, publicWordsIn, unnamedIn, type Heard } from '../../shared/concerns/unnamed.ts'
import type { Submission } from '../sync/submission.svelte.ts'

/** A double click has not read anything. */
const READ_MS = 500
const told = new WeakMap<Submission, { readonly words: string; readonly atMs: number }>()

/** Whether a form may send this. A name that shall not be public is told beside it once; the same words pressed again are sent. */
export function mayTell(submission: Submission, fields: object, heard: readonly Heard[]): boolean {
  const words = publicWordsIn(fields)
  const who = namesIn(words, unnamedIn(heard)).join('、')
  const last = told.get(submission)
  const isSame = last?.words === words
  if (!who || (isSame && performance.now() - last.atMs >= READ_MS)) return true
  if (!isSame) told.set(submission, { words, atMs: performance.now() })
  submission.refusal = { refused: 'names-unnamed', who, sentence: '', status: 0 }
  return false
}
