import { render } from 'svelte/server'
import type { DrawnFor, DrawnPage, Preloaded } from '../../shared/protocol/preloaded.ts'
import { isolating } from '../../shared/kernel/text/isolates.ts'
import type { Language } from '../../shared/words/language.ts'
import { take } from '../sync/live/preloaded.ts'
import { session } from '../sync/session.svelte.ts'
import { deskWords } from '../words/pages.ts'
import { words as en } from '../words/desk/desk.en.ts'
import { words as hans } from '../words/desk/desk.zh-Hans.ts'
import { words as hant } from '../words/desk/desk.zh-Hant.ts'
import { locale } from '../words/messages.svelte.ts'
import Desk from './Desk.svelte'
import { deskParts } from './desk-parts.ts'
import Home from './home/Home.svelte'

const WORDS = isolating({ 'zh-Hans': hans, 'zh-Hant': hant, en })

/**
 * The desk's first page as scripts go on with it; null for whoever has no evenings to work at.
 * Nothing is awaited between the words and the drawing: renders at the same time never mix.
 */
export function renderFirst(
  told: Preloaded,
  { path, search }: DrawnFor,
  language: Language,
): DrawnPage | null {
  if (!('desk-place' in told.answers)) return null
  deskWords.show(language, WORDS[language])
  locale.now = language
  take(told)
  session.onPerson = () => {}
  const props = deskParts(path, search)
  props.home.now = Home
  const { pageTitle, brand } = WORDS[language]
  return { body: render(Desk, { props }).body, title: `${pageTitle} · ${brand}` }
}
