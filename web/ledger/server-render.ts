import { render } from 'svelte/server'
import type { DrawnFor, DrawnPage, Preloaded } from '../../shared/protocol/preloaded.ts'
import { isolating } from '../../shared/kernel/text/isolates.ts'
import type { Me } from '../../shared/people/person.ts'
import type { Language } from '../../shared/words/language.ts'
import { preloaded, take } from '../sync/live/preloaded.ts'
import { session } from '../sync/session.svelte.ts'
import { ledgerWords } from '../words/pages.ts'
import { words as en } from '../words/ledger/ledger.en.ts'
import { words as hans } from '../words/ledger/ledger.zh-Hans.ts'
import { words as hant } from '../words/ledger/ledger.zh-Hant.ts'
import { locale } from '../words/messages.svelte.ts'
import Ledger from './Ledger.svelte'

const WORDS = isolating({ 'zh-Hans': hans, 'zh-Hant': hant, en })

/**
 * The page's markup as it will be drawn from these answers, so that the first rows stand there before any script.
 * Nothing is awaited between the words and the drawing: renders at the same time never mix.
 */
export function renderFirst(told: Preloaded, { search }: DrawnFor, language: Language): DrawnPage {
  ledgerWords.show(language, WORDS[language])
  locale.now = language
  take(told)
  session.me = preloaded<Me>('/api/me')
  return { body: render(Ledger, { props: { me: null, search } }).body }
}
