import '../ui/styles/tokens.css'
import '../ui/forms/composition.ts'
import '../ui/styles/pieces.css'
import { hydrate, mount } from 'svelte'
import { startPage } from '../sync/live/start-page.ts'
import { session } from '../sync/session.svelte.ts'
import { formsBelongTo } from '../ui/forms/stored-form.svelte.ts'
import { loadSongFaceIfMissing } from '../ui/settings/song.ts'
import { deskWords } from '../words/pages.ts'
import { loadRefusals } from '../words/refusals.ts'
import Desk from './Desk.svelte'
import { deskParts } from './desk-parts.ts'
import { paths } from './paths.svelte.ts'

session.onPerson = formsBelongTo
const target = document.getElementById('app')!
const isRendered = startPage(target)
void loadSongFaceIfMissing()
paths.start()
const props = deskParts(location.pathname, location.search)

async function begin(): Promise<void> {
  await Promise.all([deskWords.load(), isRendered && props.home.want()])
  if (isRendered) hydrate(Desk, { target, props })
  else {
    target.replaceChildren()
    mount(Desk, { target, props })
  }
  void loadRefusals()
}

// Kept whole by the browser for the way back, it would show whoever worked here before.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload())
void begin()
