import '../ui/styles/tokens.css'
import '../ui/forms/composition.ts'
import '../ui/styles/plain.css'
import { hydrate, mount } from 'svelte'
import { takeFromPage } from '../sync/live/preloaded.ts'
import { loadChineseFontIfMissing } from '../ui/settings/fonts.ts'
import { loadSongFaceIfMissing } from '../ui/settings/song.ts'
import { hallWords } from '../words/opened.ts'
import { locale } from '../words/messages.svelte.ts'
import Wall from './Wall.svelte'
import { wallParts, wantParts } from './wall-parts.ts'

const target = document.getElementById('app')!
const renderedIn = target.firstElementChild && document.documentElement.lang
locale.start()
loadChineseFontIfMissing()
loadSongFaceIfMissing()
takeFromPage()
const parts = wallParts()
const view = parts.hanging.picture?.view

async function begin(): Promise<void> {
  await Promise.all([hallWords.load(), view && wantParts(parts, view)])
  if (view && renderedIn === locale.now) return void hydrate(Wall, { target, props: { parts } })
  target.replaceChildren()
  mount(Wall, { target, props: { parts } })
}

void begin()
