import '../ui/tokens.css'
import '../ui/composition.ts'
import '../ui/pieces.css'
import { hydrate, mount } from 'svelte'
import { Part } from '../sync/part.svelte.ts'
import { takeFromPage } from '../sync/preloaded.ts'
import { loadChineseFontIfMissing } from '../ui/fonts.ts'
import { recall } from '../ui/memory.ts'
import { reading } from '../ui/reading.svelte.ts'
import { doorWords } from '../words/door.ts'
import { locale } from '../words/language.svelte.ts'
import Phone from './Phone.svelte'
import { Visit } from './visit.svelte.ts'

const target = document.getElementById('app')!
const drawnIn = target.firstElementChild && document.documentElement.lang
reading.start()
locale.start()
loadChineseFontIfMissing()

const visit = new Visit(location.pathname)
const door = new Part(() => import('./Door.svelte').then((found) => found.default))
const evening = new Part(() => import('./opened.ts').then(({ open }) => open()))
const props = { visit, door, evening }

/** The server has drawn the door: what is typed there stays. */
async function goOn(): Promise<void> {
  await Promise.all([doorWords.load(), door.want()])
  hydrate(Phone, { target, props })
}

async function begin(): Promise<void> {
  // Nobody loads both the door and the evening unless they go through the one into the other.
  if (!recall('code')) void door.want()
  void visit.start()
  await doorWords.load()
  target.replaceChildren()
  mount(Phone, { target, props })
}

takeFromPage()
visit.take()
void (drawnIn === locale.now ? goOn() : begin())
