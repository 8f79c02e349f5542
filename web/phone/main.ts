import '../ui/tokens.css'
import '../ui/composition.ts'
import '../ui/pieces.css'
import { mount } from 'svelte'
import { loadChineseFontIfMissing } from '../ui/fonts.ts'
import { reading } from '../ui/reading.svelte.ts'
import { doorWords } from '../words/door.ts'
import { locale } from '../words/language.svelte.ts'
import Phone from './Phone.svelte'

reading.start()
locale.start()
loadChineseFontIfMissing()
void doorWords.load().then(() => mount(Phone, { target: document.getElementById('app')! }))
