import '../ui/styles/tokens.css'
import '../ui/forms/composition.ts'
import '../ui/styles/pieces.css'
import { hydrate, mount } from 'svelte'
import { startPage } from '../sync/live/start-page.ts'
import { laneShown } from '../comments/lane-shown.ts'
import { choose, recall } from '../ui/memory.ts'
import { doorWords } from '../words/pages.ts'
import Phone from './Phone.svelte'
import { phoneParts } from './phone-parts.ts'

const target = document.getElementById('app')!
const isRendered = startPage(target)
const props = phoneParts(location.pathname)

/** The server has drawn the door or the evening: what is typed there stays. */
async function goOn(): Promise<void> {
  await Promise.all([doorWords.load(), props.visit.seat ? props.evening.want() : props.door.want()])
  keepBoth(target.querySelector('textarea'))
  const lane = laneShown(target)
  if (lane) choose('lane', lane)
  hydrate(Phone, { target, props })
}

/** What was written at the last visit, and what was written before any script. */
function keepBoth(field: HTMLTextAreaElement | null): void {
  const before = recall(`draft:${props.visit.seat?.meetingId}`)
  if (field?.value && before) field.value = `${before}\n${field.value}`
}

async function begin(): Promise<void> {
  await doorWords.load()
  target.replaceChildren()
  mount(Phone, { target, props })
}

void (isRendered ? goOn() : begin())
