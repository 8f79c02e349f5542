import '../ui/styles/tokens.css'
import '../ui/forms/composition.ts'
import '../ui/styles/pieces.css'
import { mount } from 'svelte'
import { loadChineseFontIfMissing } from '../ui/settings/fonts.ts'
import { reading } from '../ui/settings/reading.svelte.ts'
import { loadSongFaceIfMissing } from '../ui/settings/song.ts'
import { invitedWords, setupWords } from '../words/pages.ts'
import { locale } from '../words/messages.svelte.ts'
import Setup from './Setup.svelte'

reading.start()
locale.start()
void loadChineseFontIfMissing()
void loadSongFaceIfMissing()
const target = document.getElementById('app')!
if (location.pathname === '/invited')
  void Promise.all([import('./Invited.svelte'), invitedWords.load()]).then(([page]) =>
    mount(page.default, { target }),
  )
else void setupWords.load().then(() => mount(Setup, { target }))
