import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DrawnFor, DrawnPage, Preloaded } from '../../../shared/protocol/preloaded.ts'
import { LANGUAGES, type Language } from '../../../shared/words/language.ts'
import { BUILT, rendererOf } from '../../browser/built.ts'
import { escaped } from '../../browser/escape.ts'
import { ELDER_MODES } from '../../browser/letters.ts'
import { inlineStyles, type InlinedStyles } from './inlined-styles.ts'
import { OPENED_FIRST, partKey, wordsKey, type OpenedFirst, type PageName } from './opened-first.ts'

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}
type Chunks = Readonly<Record<string, Chunk>>

/** Null where these answers lead to nothing that is drawn here. */
type Draw = (preloaded: Preloaded, drawnFor: DrawnFor, language: Language) => DrawnPage | null

/** What a page is sent with. */
export interface PagePreload extends Preloaded {
  /** Addresses that the scripts of whoever comes back will ask: the browser fetches them while the scripts arrive. */
  readonly ahead?: readonly string[]
}

/** A page on its way; `styleSource` is what its style element needs in `style-src`, null where it has none. */
export interface ServedPage {
  readonly html: string
  readonly styleSource: string | null
}

/** Who a page is drawn for, and how they read. */
export interface Reader extends DrawnFor {
  readonly language: Language
}

/** How a built page names the one that takes its place in a browser without scripts. */
const PLAIN = '/plain"'
const FRAME = '<div id="app"></div>'

/** One built page, with what its reader needs at once: the words of their language, the first answers, the first rows. */
export class Page {
  readonly #html: string
  readonly #words: ReadonlyMap<Language, string>
  readonly #next: ReadonlyMap<Language, string>
  readonly #draw: Draw | null
  /** The page around what is drawn; the same one where nothing goes on with it. */
  readonly #around: Around
  /** The same around the largest screen that opens without any input. */
  readonly #aroundNext: ReadonlyMap<Language, Around>

  private constructor(html: string, { words, next, part }: PageTags, draw: Draw | null) {
    this.#html = html
    this.#words = words
    this.#next = next
    this.#draw = draw
    this.#around = part ? aroundWith(html, part) : { html, source: null }
    this.#aroundNext = new Map([...next].map(([language, tags]) => [language, aroundWith(html, tags)]))
  }

  /** @throws where the page was not built */
  static async open(name: PageName, isDrawn: boolean): Promise<Page> {
    const html = readFileSync(path.join(BUILT, `${name}.html`), 'utf8')
    const chunks: Chunks = JSON.parse(readFileSync(path.join(BUILT, '.vite/manifest.json'), 'utf8'))
    const tags = pageTags(chunks, name, html)
    if (!isDrawn) return new Page(html, { ...tags, part: '' }, null)
    const drawing = await rendererOf<{ readonly renderFirst: Draw }>(name)
    const { script: early }: OpenedFirst = OPENED_FIRST[name]
    const script = early && chunks[partKey(name, early)]!.file
    const framed = script
      ? html.replace(
          '<script',
          () => `<script type="module" async crossorigin src="/${script}"></script><script`,
        )
      : html
    return new Page(framed, tags, drawing.renderFirst)
  }

  /** Without anything of whoever asks; the way without scripts leads to what stands at this address. */
  bare(reader: Pick<Reader, 'language' | 'path'>): ServedPage {
    return { html: this.#told(this.#html, reader), styleSource: null }
  }

  /** As it will be drawn from these answers, which come along. */
  drawn({ language, ...drawnFor }: Reader, { ahead = [], ...preloaded }: PagePreload): ServedPage {
    const { letters } = drawnFor
    const drawn = this.#draw?.(preloaded, drawnFor, language) ?? null
    const answers = `<script type="application/json" id="preloaded">${inScript(preloaded)}</script>`
    const reader = { language, path: drawnFor.path }
    if (!drawn) {
      const next = ahead.length > 0 ? this.#next.get(language)! + ahead.map(fetchOf).join('') : ''
      const html = this.#told(this.#html, reader).replace('</head>', () => `${next}</head>`)
      return { html: html.replace(FRAME, () => FRAME + answers), styleSource: null }
    }
    const { body, title, mood, isNext } = drawn
    const around = isNext ? this.#aroundNext.get(language)! : this.#around
    const html = this.#told(around.html, reader)
      .replace(/<html lang="zh-Hans"([^>]*)>/, (_, more: string) => {
        // A wall keeps its own size.
        const letterMode = more.includes('data-mode=') ? '' : ` ${ELDER_MODES[letters]}`
        return `<html lang="${language}"${more}${letterMode}>`
      })
      .replace(/data-mood="\w+"/, (as) => (mood ? `data-mood="${mood}"` : as))
      .replace(/(?<=<title>)[^<]*/, (usual) => (title === undefined ? usual : escaped(title)))
      .replace(FRAME, () => `<div id="app">${body}</div>${answers}`)
    return { html, styleSource: around.source }
  }

  #told(html: string, { language, path: address }: Pick<Reader, 'language' | 'path'>): string {
    return html
      .replaceAll(PLAIN, () => `${plainAddressOf(address)}"`)
      .replace('</head>', () => `${this.#words.get(language)}</head>`)
  }
}

type Around = InlinedStyles | { readonly html: string; readonly source: null }

const aroundWith = (html: string, tags: string): Around =>
  inlineStyles(
    html.replace('</head>', () => `${tags}</head>`),
    FRAME,
  )

const plainAddressOf = (address: string): string =>
  address === '/' ? '/plain' : `${address.replace(/["&<>]/g, encodeURIComponent)}/plain`

const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** Tags that fetch what a page needs beside its scripts, not after them. */
interface PageTags {
  readonly words: ReadonlyMap<Language, string>
  readonly next: ReadonlyMap<Language, string>
  readonly part: string
}

function pageTags(chunks: Chunks, page: PageName, html: string): PageTags {
  const { part, words, next }: OpenedFirst = OPENED_FIRST[page]
  const nextKeys = (language: Language): readonly string[] => [
    ...(next?.parts ?? []).map((one) => partKey(page, one)),
    ...(next?.words ?? []).map((chapter) => wordsKey(page, chapter, language)),
  ]
  const inEach = (tags: (language: Language) => string): ReadonlyMap<Language, string> =>
    new Map(LANGUAGES.map((one) => [one, tags(one)]))
  return {
    words: inEach((language) => tagsOf(chunks, [wordsKey(page, words, language)], html)),
    next: inEach((language) => tagsOf(chunks, nextKeys(language), html)),
    part: part ? tagsOf(chunks, [partKey(page, part)], html) : '',
  }
}

/** Tags for what these chunks need, and the page does not name yet. */
function tagsOf(chunks: Chunks, keys: readonly string[], html: string): string {
  const files = new Set<string>()
  const visit = (key: string): void => {
    const { file, css = [], imports = [] } = chunks[key]!
    if (html.includes(file) || files.has(file)) return
    for (const one of [...css, file]) files.add(one)
    imports.forEach(visit)
  }
  keys.forEach(visit)
  return [...files].map(tagOf).join('')
}

/** As `fetch` asks for it, or the browser would ask twice. */
const fetchOf = (address: string): string =>
  `<link rel="preload" as="fetch" crossorigin href="${escaped(address)}">`

const tagOf = (file: string): string =>
  file.endsWith('.css')
    ? `<link rel="stylesheet" crossorigin href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`
