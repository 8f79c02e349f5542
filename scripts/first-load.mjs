import { gzipSync } from 'node:zlib'

/**
 * What each page opens without any input, beyond what its entry imports: where it may open several screens, the
 * largest. Chapters of words are told by their path.
 */
const OPENED = {
  phone: { entry: 'phone', parts: ['phone/Door.svelte'], words: ['phone/door'] },
  'phone-returning': { entry: 'phone', parts: ['phone/opened.ts'], words: ['phone/door', 'phone/phone'] },
  wall: { entry: 'wall', parts: [], words: ['wall/hall'] },
  box: { entry: 'box', parts: ['box/put-in/PutIn.svelte'], words: ['box/box'] },
  'box-mine': { entry: 'box', parts: ['box/opened.ts'], words: ['box/box', 'box/mine'] },
  desk: {
    entry: 'desk',
    parts: ['desk/evening/Meeting.svelte'],
    words: ['desk/desk', 'desk/evening', 'commitments/promise', 'meetings/minutes'],
  },
  // The editor is fetched when all the rest of the desk has been drawn and can be used.
  'desk-with-editor': {
    entry: 'desk',
    parts: ['desk/evening/Meeting.svelte', 'minutes/minutes.svelte.ts', 'minutes/MinutesEditor.svelte'],
    words: ['desk/desk', 'desk/evening', 'commitments/promise', 'meetings/minutes'],
  },
  ledger: { entry: 'ledger', parts: [], words: ['ledger/ledger'] },
  setup: { entry: 'setup', parts: [], words: ['setup/setup'] },
}

// Built by themselves; the others share their chunks.
const ALONE = ['phone', 'wall', 'box', 'ledger']

export const PAGES = Object.keys(OPENED)

/** The scripts and styles that a page has loaded before the first input, in one language and without fonts. */
export function firstLoadOf(page, manifest) {
  const { entry, parts, words } = OPENED[page]
  const files = new Set()
  const seen = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    if (!manifest[key]) throw new Error(`${page} opens ${key}, which is not in the manifest`)
    const { file, css = [], imports = [] } = manifest[key]
    for (const name of [file, ...css]) files.add(name)
    imports.forEach(visit)
  }
  const group = ALONE.includes(entry) ? entry : 'client'
  visit(`${entry}.html`)
  for (const part of parts) visit(`${group}:${part}`)
  for (const chapter of words) visit(`${group}:words/${chapter}.zh-Hans.ts`)
  return [...files].filter((file) => /\.(js|css)$/.test(file))
}

export function sizeOf(page, manifest, read) {
  return firstLoadOf(page, manifest).reduce((sum, file) => sum + gzipSync(read(file)).length, 0)
}
