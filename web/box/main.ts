import '../ui/tokens.css'
import '../ui/composition.ts'
import '../ui/pieces.css'
import { mount } from 'svelte'
import { loadChineseFontIfMissing } from '../ui/fonts.ts'
import { reading } from '../ui/reading.svelte.ts'
import { boxWords } from '../words/box.ts'
import { locale } from '../words/language.svelte.ts'
import Box from './Box.svelte'

reading.start()
locale.start()
loadChineseFontIfMissing()
void boxWords.load().then(() => mount(Box, { target: document.getElementById('app')! }))
