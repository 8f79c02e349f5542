import { Part } from '../sync/part.svelte.ts'
import { savedViews } from './menu-parts.ts'
import { figureWords } from '../words/figures.ts'
import { alikeWords } from '../words/alike.ts'
import { mailWords } from '../words/mail.ts'
import { importWords } from '../words/import.ts'
import { waitingWords } from '../words/waiting.ts'
import { loadRefusals } from '../words/refusals.ts'

// The first rows need none of these; each is fetched when the rows are there or when somebody asks for it.

/** What lies inside an open row: its story, and what may be done to it. */
export const matterBody: Part<typeof import('./matter/MatterBody.svelte').default> = new Part(() =>
  import('./matter/MatterBody.svelte').then(({ default: body }) => body),
)

/** A matter on a sheet of its own. */
export const namedMatter: Part<typeof import('./list/NamedMatter.svelte').default> = new Part(() =>
  import('./list/NamedMatter.svelte').then(({ default: sheet }) => sheet),
)

export const handedToUs: Part<typeof import('./list/HandedToUs.svelte').default> = new Part(() =>
  import('./list/HandedToUs.svelte').then(({ default: list }) => list),
)

/** Matters that a search finds although nothing was promised for them. */
export const unpromised: Part<typeof import('./list/Unpromised.svelte').default> = new Part(() =>
  Promise.all([import('./list/Unpromised.svelte'), alikeWords.load()]).then(([{ default: list }]) => list),
)

export const figures: Part<typeof import('./figures/Figures.svelte').default> = new Part(() =>
  Promise.all([import('./figures/Figures.svelte'), figureWords.load()]).then(([{ default: sheet }]) => sheet),
)

export const margin: Part<typeof import('./list/Margin.svelte').default> = new Part(() =>
  Promise.all([import('./list/Margin.svelte'), alikeWords.load(), mailWords.load()]).then(
    ([{ default: aside }]) => aside,
  ),
)

/** What waits for the level above, as its first screen. */
export const waitingPage: Part<typeof import('./township/WaitingPage.svelte').default> = new Part(() =>
  Promise.all([import('./township/WaitingPage.svelte'), waitingWords.load()]).then(
    ([{ default: page }]) => page,
  ),
)

export const ledgerMenu: Part<typeof import('./LedgerMenu.svelte').default> = new Part(() =>
  Promise.all([import('./LedgerMenu.svelte'), importWords.load()]).then(([{ default: menu }]) => menu),
)

/** Fetches what whoever reads the first rows is likely to want next. */
export function wantTheRest(): void {
  for (const part of [matterBody, namedMatter, handedToUs, margin, savedViews, ledgerMenu, figures])
    void part.want()
  void loadRefusals()
}
