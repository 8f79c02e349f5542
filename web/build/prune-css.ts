import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const CLASSES = /class=("[^"]*"|\{[^}]*\})/g
const IMPORTED = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g
const LEAF = /([^{};]+)\{([^{}]*)\}/g
const TOKEN = /(--[\w-]+)\s*:[^;]*;?/g

const reads = (text: string): string[] => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name)

/** Svelte scopes the later parts of a selector by `:where`, for which Chromium 87 drops the whole rule. */
const withoutWhere = (code: string): string =>
  code.replaceAll(/(^|[\s>+~,(]):where\(\.[\w-]+\)/g, '$1*').replaceAll(/:where\(\.[\w-]+\)/g, '')

/** The text of every file that a page may load, at once or later. */
function textOf(file: string, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(file) || /\.(zh-Han[st]|en)\.ts$/.test(file)) return seen
  const text = readFileSync(file, 'utf8')
  seen.set(file, text)
  for (const [, next = ''] of text.matchAll(IMPORTED)) textOf(path.resolve(path.dirname(file), next), seen)
  return seen
}

/** Takes out of the shared sheets the tokens, classes and ways of reading that a small page does not have. */
export function pruneCss(
  pages: Readonly<Record<string, { readonly entry: string; readonly without: RegExp }>>,
): Plugin {
  const isShared = /\/ui\/styles\/(tokens|plain|button)\.css$/
  return {
    name: 'prune-css',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const page = pages[this.environment.name]
      if (!page) return null
      if (/svelte&type=style/.test(id)) return { code: withoutWhere(code), map: null }
      if (!isShared.test(id)) return null
      const files = [...textOf(page.entry)]
      const classes = new Set(
        files.flatMap(([, text]) => text.match(CLASSES) ?? []).flatMap((one) => one.match(/[\w-]+/g) ?? []),
      )
      const used = new Set(files.flatMap(([, text]) => reads(text)))
      const isKept = (selector: string): boolean =>
        !page.without.test(selector) &&
        [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = '']) => classes.has(name))
      return {
        code: code.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(LEAF, (_, prelude: string, body: string) => {
          const selectors = prelude.split(',').filter(isKept)
          const left = body.replaceAll(TOKEN, (declaration, name) => (used.has(name) ? declaration : ''))
          return selectors.length > 0 && left.trim() ? `${selectors.join(',')}{${left}}` : ''
        }),
        map: null,
      }
    },
  }
}
