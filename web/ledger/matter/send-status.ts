import type { LedgerWords } from '../../words/ledger/ledger.zh-Hans.ts'
import { refusalSentence } from '../../words/refusals.ts'
import type { SendStatus } from './answering.svelte.ts'

/** What became of one row of several, as a sentence; empty before anything did. */
export function sendStatusInWords(words: LedgerWords, status: SendStatus | undefined): string {
  if (status === undefined || status === 'waiting') return ''
  if (status === 'sending') return words.sending
  if (status === 'told') return words.accepted
  return status === 'unsent' ? words.notSent : refusalSentence(status)
}
