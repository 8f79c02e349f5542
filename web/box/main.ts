import '../ui/styles/tokens.css'
import '../ui/forms/composition.ts'
import '../ui/styles/pieces.css'
import { hydrate, mount } from 'svelte'
import { startPage } from '../sync/live/start-page.ts'
import { laneShown } from '../comments/lane-shown.ts'
import { choose } from '../ui/memory.ts'
import { boxWords } from '../words/pages.ts'
import Box from './Box.svelte'
import { boxParts } from './box-parts.ts'

const target = document.getElementById('app')!
const isRendered = startPage(target)
const props = boxParts(location.pathname)
props.mine.take()

/** The server has drawn the form: what is written there stays. */
async function goOn(): Promise<void> {
  await Promise.all([boxWords.load(), props.form.want()])
  const lane = laneShown(target)
  if (lane) choose('lane', lane)
  hydrate(Box, { target, props })
}

async function begin(): Promise<void> {
  await boxWords.load()
  target.replaceChildren()
  mount(Box, { target, props })
}

void (isRendered ? goOn() : begin())
