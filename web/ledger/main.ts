import '../ui/tokens.css'
import '../ui/pieces.css'
import { mount } from 'svelte'
import { loadChineseFontIfMissing } from '../ui/fonts.ts'
import { reading } from '../ui/reading.svelte.ts'
import { loadSongFaceIfMissing } from '../ui/song.ts'
import { tongue } from '../words/language.svelte.ts'
import { ledgerWords } from '../words/ledger.ts'
import Ledger from './Ledger.svelte'

reading.start()
tongue.start()
void loadChineseFontIfMissing()
void loadSongFaceIfMissing()
void ledgerWords.load().then(() => mount(Ledger, { target: document.getElementById('app')! }))
