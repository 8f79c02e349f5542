import { loadChineseFontIfMissing } from '../../ui/settings/fonts.ts'
import { reading } from '../../ui/settings/reading.svelte.ts'
import { locale } from '../../words/messages.svelte.ts'
import { takeFromPage } from './preloaded.ts'

/** Takes up how the page is read and what came with it; says whether what the server rendered can be gone on with. */
export function startPage(target: HTMLElement): boolean {
  const renderedIn = target.firstElementChild && document.documentElement.lang
  reading.start()
  locale.start()
  loadChineseFontIfMissing()
  takeFromPage()
  return renderedIn === locale.now
}
