import '../ui/tokens.css'
import '../ui/composition.ts'
import '../ui/plain.css'
import { mount } from 'svelte'
import { loadChineseFontIfMissing } from '../ui/fonts.ts'
import { loadSongFaceIfMissing } from '../ui/song.ts'
import { hallWords } from '../words/wall/hall.ts'
import { locale } from '../words/language.svelte.ts'
import Wall from './Wall.svelte'

locale.start()
loadChineseFontIfMissing()
loadSongFaceIfMissing()
void hallWords.load().then(() => mount(Wall, { target: document.getElementById('app')! }))
