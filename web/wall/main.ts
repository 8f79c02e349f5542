import '../ui/styles/tokens.css'
import '../ui/forms/composition.ts'
import '../ui/styles/plain.css'
import { mount } from 'svelte'
import { loadChineseFontIfMissing } from '../ui/settings/fonts.ts'
import { loadSongFaceIfMissing } from '../ui/settings/song.ts'
import { hallWords } from '../words/wall/hall.ts'
import { locale } from '../words/language.svelte.ts'
import Wall from './Wall.svelte'

locale.start()
loadChineseFontIfMissing()
loadSongFaceIfMissing()
void hallWords.load().then(() => mount(Wall, { target: document.getElementById('app')! }))
