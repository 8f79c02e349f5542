import '../ui/tokens.css'
import '../ui/pieces.css'
import { mount } from 'svelte'
import { loadChineseFontIfMissing } from '../ui/fonts.ts'
import { reading } from '../ui/reading.svelte.ts'
import { loadSongFaceIfMissing } from '../ui/song.ts'
import { tongue } from '../words/language.svelte.ts'
import { importWords } from '../words/import.ts'
import { ledgerWords } from '../words/ledger.ts'
import Ledger from './Ledger.svelte'

reading.start()
tongue.start()
void loadChineseFontIfMissing()
void loadSongFaceIfMissing()
const target = document.getElementById('app')!
// Few come to bring an old ledger in: nobody else loads that page.
const isImport = location.pathname === '/ledger/import'
void ledgerWords.load().then(async () => {
  if (isImport) await importWords.load()
  const { default: Page } = isImport ? await import('./ImportPage.svelte') : { default: Ledger }
  mount(Page, { target })
})
