import '../ui/styles/tokens.css'
import '../ui/forms/composition.ts'
import '../ui/styles/pieces.css'
import { flushSync, mount } from 'svelte'
import { loadChineseFontIfMissing } from '../ui/settings/fonts.ts'
import { reading } from '../ui/settings/reading.svelte.ts'
import { loadSongFaceIfMissing } from '../ui/settings/song.ts'
import type { Me } from '../../shared/people/person.ts'
import { loadMe, session } from '../sync/session.svelte.ts'
import { locale } from '../words/messages.svelte.ts'
import { importWords } from '../words/opened.ts'
import { ledgerWords } from '../words/pages.ts'
import Ledger from './Ledger.svelte'
import { belowList } from './list/below/below-part.ts'
import { rowOf } from './list/steps.ts'
import { waitingPage } from './parts.ts'
import { preloaded, takeFromPage } from '../sync/live/preloaded.ts'

reading.start()
locale.start()
void loadChineseFontIfMissing()
void loadSongFaceIfMissing()
const target = document.getElementById('app')!

/** Few come to bring an old ledger in: nobody else loads that page. */
async function openImport(): Promise<void> {
  await Promise.all([ledgerWords.load(), importWords.load()])
  const { default: ImportPage } = await import('./import/ImportPage.svelte')
  mount(ImportPage, { target })
}

async function openLedger(): Promise<void> {
  takeFromPage()
  const told = preloaded<Me>('/api/me')
  if (told) session.me = told
  // On a slow line the words and who one is travel side by side.
  const me = told ? null : loadMe()
  await ledgerWords.load()
  // What the server drew stays until it can be drawn here too.
  await drawnPart()?.want()
  const before = { row: pressedRow(), focus: document.activeElement?.getAttribute('data-row') }
  target.replaceChildren()
  target.dataset['isDrawn'] = 'yes'
  mount(Ledger, { target, props: { me, search: location.search, pressed: before.row } })
  flushSync()
  if (before.focus) rowOf(before.focus)?.focus()
}

const drawnPart = () =>
  ({ below: belowList, waiting: waitingPage })[
    target.querySelector<HTMLElement>('[data-part]')?.dataset['part'] ?? ''
  ]

/** The row that was opened before the scripts were there. */
const pressedRow = (): string | undefined =>
  document.querySelector('[data-row][aria-expanded="true"]')?.getAttribute('data-row') ?? undefined

void (location.pathname === '/ledger/import' ? openImport() : openLedger())
