import { render } from 'svelte/server'
import type { DrawnFor, DrawnPage, Preloaded } from '../../shared/protocol/preloaded.ts'
import { isolating } from '../../shared/kernel/text/isolates.ts'
import type { Language } from '../../shared/words/language.ts'
import { take } from '../sync/live/preloaded.ts'
import { locale } from '../words/messages.svelte.ts'
import { hallWords, wallWords } from '../words/opened.ts'
import { hall as hallEn } from '../words/meeting.en.ts'
import { hall as hallHans } from '../words/meeting.zh-Hans.ts'
import { hall as hallHant } from '../words/meeting.zh-Hant.ts'
import { words as wallEn } from '../words/wall/wall.en.ts'
import { words as wallHans } from '../words/wall/wall.zh-Hans.ts'
import { words as wallHant } from '../words/wall/wall.zh-Hant.ts'
import Quiet from './Quiet.svelte'
import PromiseSheet from './sheets/PromiseSheet.svelte'
import ReviewSheet from './sheets/ReviewSheet.svelte'
import Wall from './Wall.svelte'
import { wallParts } from './wall-parts.ts'

const HALL = isolating({ 'zh-Hans': hallHans, 'zh-Hant': hallHant, en: hallEn })
const WALL = isolating({ 'zh-Hans': wallHans, 'zh-Hant': wallHant, en: wallEn })

/**
 * The picture as scripts go on with it; null where these answers do not lead to one.
 * Nothing is awaited between the words and the drawing: renders at the same time never mix.
 */
export function renderFirst(
  told: Preloaded,
  { path, search }: DrawnFor,
  language: Language,
): DrawnPage | null {
  hallWords.show(language, HALL[language])
  wallWords.show(language, WALL[language])
  locale.now = language
  take(told)
  const parts = wallParts(path, search)
  const view = parts.hanging.picture?.view
  if (!view) return null
  Object.assign(parts.sheet, { now: PromiseSheet })
  Object.assign(parts.reviewing, { now: ReviewSheet })
  Object.assign(parts.quiet, { now: Quiet })
  const { body } = render(Wall, { props: { parts } })
  return { body, title: `${HALL[language].pageTitle} · ${view.title}`, mood: view.mood }
}
