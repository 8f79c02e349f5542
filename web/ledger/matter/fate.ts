import type { LedgerWords } from '../../words/ledger.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { Fate } from './hands.svelte.ts'

/** What became of one row of several, as a sentence; empty before anything did. */
export function fateInWords(words: LedgerWords, fate: Fate | undefined): string {
  if (fate === undefined || fate === 'waiting') return ''
  if (fate === 'sending') return words.sending
  if (fate === 'told') return words.accepted
  return fate === 'unsent' ? words.notSent : refusalSentence(fate)
}
