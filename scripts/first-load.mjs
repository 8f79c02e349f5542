import { gzipSync } from 'node:zlib'
import { OPENED_FIRST, partKey, wordsKey } from '../server/http/pages/opened-first.ts'

/** Which steps of which page are measured together. */
const MEASURED = {
  phone: { page: 'phone', steps: ['first'] },
  'phone-returning': { page: 'phone', steps: ['next'] },
  wall: { page: 'wall', steps: ['first'] },
  box: { page: 'box', steps: ['first'] },
  'box-mine': { page: 'box', steps: ['next'] },
  desk: { page: 'desk', steps: ['next'] },
  'desk-with-editor': { page: 'desk', steps: ['next', 'last'] },
  ledger: { page: 'ledger', steps: ['first'] },
  setup: { page: 'setup', steps: ['first'] },
}

export const PAGES = Object.keys(MEASURED)

/** The scripts and styles that a page has loaded before the first input, in one language and without fonts. */
export function firstLoadOf(name, manifest) {
  const { page, steps } = MEASURED[name]
  const { part, words, ...later } = OPENED_FIRST[page]
  const opened = { first: { parts: part ? [part] : [], words: [] }, ...later }
  const files = new Set()
  const seen = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    if (!manifest[key]) throw new Error(`${name} opens ${key}, which is not in the manifest`)
    const { file, css = [], imports = [] } = manifest[key]
    for (const one of [file, ...css]) files.add(one)
    imports.forEach(visit)
  }
  visit(`${page}.html`)
  visit(wordsKey(page, words, 'zh-Hans'))
  for (const step of steps) {
    for (const one of opened[step].parts) visit(partKey(page, one))
    for (const chapter of opened[step].words) visit(wordsKey(page, chapter, 'zh-Hans'))
  }
  return [...files].filter((file) => /\.(js|css)$/.test(file))
}

export function sizeOf(name, manifest, read) {
  return firstLoadOf(name, manifest).reduce((sum, file) => sum + gzipSync(read(file)).length, 0)
}
