import { render } from 'svelte/server'
import { isolating } from '../../shared/kernel/text/isolates.ts'
import type { DrawnFor, DrawnPage, Preloaded } from '../../shared/protocol/preloaded.ts'
import type { Language } from '../../shared/words/language.ts'
import { take } from '../sync/live/preloaded.ts'
import { boxWords } from '../words/pages.ts'
import { words as en } from '../words/box/box.en.ts'
import { words as hans } from '../words/box/box.zh-Hans.ts'
import { words as hant } from '../words/box/box.zh-Hant.ts'
import { locale } from '../words/messages.svelte.ts'
import Box from './Box.svelte'
import { boxParts } from './box-parts.ts'
import PutIn from './put-in/PutIn.svelte'

const WORDS = isolating({ 'zh-Hans': hans, 'zh-Hant': hant, en })

/**
 * The form of the box as scripts go on with it; null where these answers do not lead to it.
 * Nothing is awaited between the words and the drawing: renders at the same time never mix.
 */
export function renderFirst(told: Preloaded, { path }: DrawnFor, language: Language): DrawnPage | null {
  boxWords.show(language, WORDS[language])
  locale.now = language
  take(told)
  const props = boxParts(path)
  props.mine.take()
  const { view } = props.mine
  if (!view || props.route.page !== 'say') return null
  props.form.now = PutIn
  const { body } = render(Box, { props })
  return { body, title: `${WORDS[language].boxTitle} · ${view.place.name}` }
}
