import '../ui/styles/tokens.css'
import '../ui/forms/composition.ts'
import '../ui/styles/pieces.css'
import { mount } from 'svelte'
import { loadChineseFontIfMissing } from '../ui/settings/fonts.ts'
import { reading } from '../ui/settings/reading.svelte.ts'
import { loadSongFaceIfMissing } from '../ui/settings/song.ts'
import { locale } from '../words/messages.svelte.ts'
import { loadRefusals } from '../words/refusals.ts'
import Pieces from './Pieces.svelte'

reading.start()
locale.start()
void loadChineseFontIfMissing()
void loadSongFaceIfMissing()
void loadRefusals().then(() => mount(Pieces, { target: document.getElementById('app')! }))
