import '../ui/tokens.css'
import '../ui/pieces.css'
import { mount } from 'svelte'
import { loadChineseFontIfMissing } from '../ui/fonts.ts'
import { reading } from '../ui/reading.svelte.ts'
import { loadSongFaceIfMissing } from '../ui/song.ts'
import { loadMe } from '../sync/session.svelte.ts'
import { tongue } from '../words/language.svelte.ts'
import { importWords } from '../words/import.ts'
import { ledgerWords } from '../words/ledger.ts'
import Ledger from './Ledger.svelte'

reading.start()
tongue.start()
void loadChineseFontIfMissing()
void loadSongFaceIfMissing()
const target = document.getElementById('app')!

/** Few come to bring an old ledger in: nobody else loads that page. */
async function openImport(): Promise<void> {
  await Promise.all([ledgerWords.load(), importWords.load()])
  const { default: ImportPage } = await import('./ImportPage.svelte')
  mount(ImportPage, { target })
}

async function openLedger(): Promise<void> {
  // On a slow line the words and who one is travel side by side.
  const me = loadMe()
  await ledgerWords.load()
  mount(Ledger, { target, props: { me } })
}

void (location.pathname === '/ledger/import' ? openImport() : openLedger())
