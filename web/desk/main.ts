import '../ui/styles/tokens.css'
import '../ui/forms/composition.ts'
import '../ui/styles/pieces.css'
import { mount } from 'svelte'
import { loadMe, session } from '../sync/session.svelte.ts'
import { loadChineseFontIfMissing } from '../ui/settings/fonts.ts'
import { reading } from '../ui/settings/reading.svelte.ts'
import { formsBelongTo } from '../ui/forms/stored-form.svelte.ts'
import { loadSongFaceIfMissing } from '../ui/settings/song.ts'
import { deskWords } from '../words/desk/desk.ts'
import { locale } from '../words/language.svelte.ts'
import { loadRefusals } from '../words/refusals.ts'
import Desk from './Desk.svelte'
import { paths } from './paths.svelte.ts'

session.onPerson = formsBelongTo
reading.start()
locale.start()
paths.start()
void loadChineseFontIfMissing()
void loadSongFaceIfMissing()
const me = loadMe()
void deskWords.load().then(() => {
  mount(Desk, { target: document.getElementById('app')!, props: { me } })
  void loadRefusals()
})
