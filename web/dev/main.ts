import '../ui/tokens.css'
import '../ui/composition.ts'
import '../ui/pieces.css'
import { mount } from 'svelte'
import { loadChineseFontIfMissing } from '../ui/fonts.ts'
import { reading } from '../ui/reading.svelte.ts'
import { loadSongFaceIfMissing } from '../ui/song.ts'
import { locale } from '../words/language.svelte.ts'
import { loadRefusals } from '../words/refusals.ts'
import Pieces from './Pieces.svelte'

reading.start()
locale.start()
void loadChineseFontIfMissing()
void loadSongFaceIfMissing()
void loadRefusals().then(() => mount(Pieces, { target: document.getElementById('app')! }))
