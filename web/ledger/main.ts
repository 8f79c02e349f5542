import '../ui/tokens.css'
import '../ui/composition.ts'
import '../ui/pieces.css'
import { flushSync, mount } from 'svelte'
import { loadChineseFontIfMissing } from '../ui/fonts.ts'
import { reading } from '../ui/reading.svelte.ts'
import { loadSongFaceIfMissing } from '../ui/song.ts'
import type { Language } from '../../shared/words/language.ts'
import type { Me } from '../../shared/people/person.ts'
import { loadMe, session } from '../sync/session.svelte.ts'
import { locale } from '../words/language.svelte.ts'
import { importWords } from '../words/import.ts'
import { ledgerWords } from '../words/ledger.ts'
import Ledger from './Ledger.svelte'
import { rowOf } from './list/steps.ts'
import { take, preloaded, type Preloaded } from './preloaded.ts'

reading.start()
void sayLanguage(locale.start())
locale.follow(sayLanguage)
void loadChineseFontIfMissing()
void loadSongFaceIfMissing()
const target = document.getElementById('app')!

/** So that the server draws the first rows in the language of this screen. */
async function sayLanguage(language: Language): Promise<void> {
  document.cookie = `language=${language}; path=/; max-age=31536000; samesite=lax`
}

/** Few come to bring an old ledger in: nobody else loads that page. */
async function openImport(): Promise<void> {
  await Promise.all([ledgerWords.load(), importWords.load()])
  const { default: ImportPage } = await import('./import/ImportPage.svelte')
  mount(ImportPage, { target })
}

async function openLedger(): Promise<void> {
  const text = document.getElementById('told')?.textContent
  if (text) take(JSON.parse(text) as Preloaded)
  const told = preloaded<Me>('/api/me')
  if (told) session.me = told
  // On a slow line the words and who one is travel side by side.
  const me = told ? null : loadMe()
  await ledgerWords.load()
  const before = { row: pressedRow(), focus: document.activeElement?.getAttribute('data-row') }
  target.replaceChildren()
  target.dataset['isDrawn'] = 'yes'
  mount(Ledger, { target, props: { me, search: location.search, pressed: before.row } })
  flushSync()
  if (before.focus) rowOf(before.focus)?.focus()
}

/** The row that was opened before the scripts were there. */
const pressedRow = (): string | undefined =>
  document.querySelector('[data-row][aria-expanded="true"]')?.getAttribute('data-row') ?? undefined

void (location.pathname === '/ledger/import' ? openImport() : openLedger())
