import { Part } from '../sync/part.svelte.ts'
import { belowList } from './list/below/below-part.ts'
import { calendarDialog, savedViews } from './menu/menu-parts.ts'
import { figureWords, importWords, mailWords, matterWords, waitingWords } from '../words/opened.ts'
import { alikeWords } from '../words/villagers.ts'
import { loadRefusals } from '../words/refusals.ts'

// The first rows need none of these; each is fetched when the rows are there or when somebody asks for it.

/** A matter on a page of its own: its story, and what may be done to it. */
export const matterPage: Part<typeof import('./matter/MatterPage.svelte').default> = new Part(() =>
  Promise.all([import('./matter/MatterPage.svelte'), matterWords.load()]).then(([{ default: page }]) => page),
)

/** The words of a promise and what may be done to it, under its row. */
export const matterPeek: Part<typeof import('./matter/MatterPeek.svelte').default> = new Part(() =>
  Promise.all([import('./matter/MatterPeek.svelte'), matterWords.load()]).then(([{ default: peek }]) => peek),
)

export const handedToUs: Part<typeof import('./list/handed/HandedToUs.svelte').default> = new Part(() =>
  import('./list/handed/HandedToUs.svelte').then(({ default: list }) => list),
)

/** Matters that a search finds although nothing was promised for them. */
export const unpromised: Part<typeof import('./list/handed/Unpromised.svelte').default> = new Part(() =>
  Promise.all([import('./list/handed/Unpromised.svelte'), alikeWords.load()]).then(
    ([{ default: list }]) => list,
  ),
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

export const ledgerMenu: Part<typeof import('./menu/LedgerMenu.svelte').default> = new Part(() =>
  Promise.all([import('./menu/LedgerMenu.svelte'), importWords.load()]).then(([{ default: menu }]) => menu),
)

const firstRest = [matterPage, matterPeek, handedToUs, margin, savedViews, ledgerMenu, figures]

/** Whatever comes after the first rows, and may be late. */
export const lateParts: readonly Pick<Part<unknown>, 'isMissing' | 'again'>[] = [
  ...firstRest,
  ...[belowList, calendarDialog, unpromised, waitingPage],
]

/** Fetches what whoever reads the first rows is likely to want next. */
export function wantTheRest(): void {
  for (const part of firstRest) void part.want()
  void loadRefusals()
}
