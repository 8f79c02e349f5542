/** Parts of the built web, by their path in `web`, and chapters of words, by their path in `web/words`. */
interface Opened {
  readonly parts: readonly string[]
  readonly words: readonly string[]
}

export interface OpenedFirst {
  /** The part that goes on with what the server drew, where it is none of the entry's. */
  readonly part?: string
  /** The chapter of words without which the page draws nothing. */
  readonly words: string
  /** What acts upon presses until the page itself is there. */
  readonly script?: string
  /** The largest screen that opens without any input: for whoever comes back, or has logged in. */
  readonly next?: Opened
  /** Fetched when all the rest has been drawn and can be used. */
  readonly last?: Opened
}

/** What each page opens before any input. The server names it in the page, and its size is measured. */
export const OPENED_FIRST = {
  phone: {
    part: 'phone/Door.svelte',
    words: 'phone/door',
    next: { parts: ['phone/opened.ts'], words: ['phone/phone'] },
  },
  wall: { words: 'meeting' },
  box: {
    part: 'box/put-in/PutIn.svelte',
    words: 'box/box',
    next: { parts: ['box/opened.ts'], words: ['box/mine'] },
  },
  desk: {
    words: 'desk/desk',
    next: {
      parts: ['desk/evening/Meeting.svelte'],
      words: ['desk/evening', 'meeting'],
    },
    last: { parts: ['minutes/minutes.svelte.ts', 'minutes/MinutesEditor.svelte'], words: [] },
  },
  ledger: { words: 'ledger/ledger', script: 'ledger/first.ts' },
  setup: { words: 'setup/setup' },
} satisfies Readonly<Record<string, OpenedFirst>>

export type PageName = keyof typeof OPENED_FIRST

/** Built by themselves; the others share their chunks. */
const ALONE: readonly PageName[] = ['phone', 'wall', 'box', 'ledger']

const groupOf = (page: PageName): string => (ALONE.includes(page) ? page : 'client')

/** How the manifest names a part that this page opens. */
export const partKey = (page: PageName, part: string): string => `${groupOf(page)}:${part}`

/** How the manifest names a chapter of words that this page opens. */
export const wordsKey = (page: PageName, chapter: string, language: string): string =>
  partKey(page, `words/${chapter}.${language}.ts`)
