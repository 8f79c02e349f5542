import { gzipSync } from 'node:zlib'

// Refusals are fetched when one has to be told, or when the page is quiet.
const FIRST_LANGUAGE = /(?<!refusals)\.zh-Hans\.ts$/

/** The files a page has loaded before it can be used: what it imports, its styles, and its words in one language. */
export function firstLoadOf(page, manifest) {
  const entry = `${page}.html`
  if (!manifest[entry])
    throw new Error(`${entry} is not in the manifest: it holds ${Object.keys(manifest).join(', ')}`)
  const files = new Set()
  const seen = new Set()
  const visit = (key) => {
    if (seen.has(key)) return
    seen.add(key)
    const { file, css = [], imports = [], dynamicImports = [] } = manifest[key]
    for (const name of [file, ...css]) files.add(name)
    for (const next of imports) visit(next)
    for (const next of dynamicImports) if (FIRST_LANGUAGE.test(next)) visit(next)
  }
  visit(entry)
  return [...files]
}

export function sizeOf(page, manifest, read) {
  return firstLoadOf(page, manifest)
    .filter((file) => /\.(js|css)$/.test(file))
    .reduce((sum, file) => sum + gzipSync(read(file)).length, 0)
}
