import { render } from 'svelte/server'
import type { DrawnFor, DrawnPage, Preloaded } from '../../shared/protocol/preloaded.ts'
import { isolating } from '../../shared/kernel/text/isolates.ts'
import type { Me } from '../../shared/people/person.ts'
import type { Language } from '../../shared/words/language.ts'
import { preloaded, take } from '../sync/live/preloaded.ts'
import { session } from '../sync/session.svelte.ts'
import { waitingWords } from '../words/opened.ts'
import { ledgerWords } from '../words/pages.ts'
import { words as en } from '../words/ledger/ledger.en.ts'
import { words as hans } from '../words/ledger/ledger.zh-Hans.ts'
import { words as hant } from '../words/ledger/ledger.zh-Hant.ts'
import * as partsEn from '../words/ledger/parts.en.ts'
import * as partsHans from '../words/ledger/parts.zh-Hans.ts'
import * as partsHant from '../words/ledger/parts.zh-Hant.ts'
import { locale } from '../words/messages.svelte.ts'
import BelowList from './list/below/BelowList.svelte'
import { belowList } from './list/below/below-part.ts'
import Ledger from './Ledger.svelte'
import { waitingPage } from './parts.ts'
import WaitingPage from './township/WaitingPage.svelte'

const WORDS = isolating({ 'zh-Hans': hans, 'zh-Hant': hant, en })
const WAITING = isolating({ 'zh-Hans': partsHans.waiting, 'zh-Hant': partsHant.waiting, en: partsEn.waiting })

// A browser fetches these when they are wanted; here they are drawn at once.
belowList.now = BelowList
waitingPage.now = WaitingPage

/**
 * The page's markup as it will be drawn from these answers, so that the first rows stand there before any script.
 * Nothing is awaited between the words and the drawing: renders at the same time never mix.
 */
export function renderFirst(told: Preloaded, { search }: DrawnFor, language: Language): DrawnPage {
  ledgerWords.show(language, WORDS[language])
  waitingWords.show(language, WAITING[language])
  locale.now = language
  take(told)
  session.me = preloaded<Me>('/api/me')
  return { body: render(Ledger, { props: { me: null, search } }).body }
}
