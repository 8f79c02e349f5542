import '../ui/tokens.css'
import '../ui/pieces.css'
import { mount } from 'svelte'
import { loadChineseFontIfMissing } from '../ui/fonts.ts'
import { reading } from '../ui/reading.svelte.ts'
import { loadSongFaceIfMissing } from '../ui/song.ts'
import { tongue } from '../words/language.svelte.ts'
import { setupWords } from '../words/setup.ts'
import Setup from './Setup.svelte'

reading.start()
tongue.start()
void loadChineseFontIfMissing()
void loadSongFaceIfMissing()
void setupWords.load().then(() => mount(Setup, { target: document.getElementById('app')! }))
