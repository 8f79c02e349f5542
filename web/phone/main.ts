import '../ui/styles/tokens.css'
import '../ui/forms/composition.ts'
import '../ui/styles/pieces.css'
import { hydrate, mount } from 'svelte'
import { startPage } from '../sync/live/start-page.ts'
import { doorWords } from '../words/phone/door.ts'
import Phone from './Phone.svelte'
import { phoneParts } from './phone-parts.ts'

const target = document.getElementById('app')!
const isRendered = startPage(target)
const props = phoneParts(location.pathname)

/** The server has drawn the door: what is typed there stays. */
async function goOn(): Promise<void> {
  await Promise.all([doorWords.load(), props.door.want()])
  hydrate(Phone, { target, props })
}

async function begin(): Promise<void> {
  await doorWords.load()
  target.replaceChildren()
  mount(Phone, { target, props })
}

void (isRendered ? goOn() : begin())
