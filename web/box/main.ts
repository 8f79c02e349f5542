import '../ui/tokens.css'
import '../ui/composition.ts'
import '../ui/pieces.css'
import { hydrate, mount } from 'svelte'
import { takeFromPage } from '../sync/preloaded.ts'
import { loadChineseFontIfMissing } from '../ui/fonts.ts'
import { remember } from '../ui/memory.ts'
import { reading } from '../ui/reading.svelte.ts'
import { boxWords } from '../words/box.ts'
import { locale } from '../words/language.svelte.ts'
import Box from './Box.svelte'
import { boxParts } from './box-parts.ts'

const target = document.getElementById('app')!
const drawnIn = target.firstElementChild && document.documentElement.lang
reading.start()
locale.start()
loadChineseFontIfMissing()
takeFromPage()
const props = boxParts(location.pathname)
props.mine.take()

/** The server has drawn the form: what is written there stays. */
async function goOn(): Promise<void> {
  await Promise.all([boxWords.load(), props.form.want()])
  const lane = target.querySelector<HTMLInputElement>('[name="lane"]:checked')
  if (lane && !lane.defaultChecked) remember('lane', lane.value)
  hydrate(Box, { target, props })
}

async function begin(): Promise<void> {
  await boxWords.load()
  target.replaceChildren()
  mount(Box, { target, props })
}

void (drawnIn === locale.now ? goOn() : begin())
