import { render } from 'svelte/server'
import type { Language } from '../../shared/words/language.ts'
import type { Me } from '../../shared/people/person.ts'
import { session } from '../sync/session.svelte.ts'
import { ledgerWords } from '../words/ledger.ts'
import { locale } from '../words/language.svelte.ts'
import Ledger from './Ledger.svelte'
import { take, preloaded, type Preloaded } from './preloaded.ts'

/**
 * The page's markup as it will be drawn from these answers, so that the first rows stand there before any script.
 * One at a time: language and answers are kept by the module while it draws.
 */
export async function renderRows(told: Preloaded, search: string, language: Language): Promise<string> {
  await ledgerWords.load(language)
  locale.now = language
  take(told)
  session.me = preloaded<Me>('/api/me')
  return render(Ledger, { props: { me: null, search } }).body
}
