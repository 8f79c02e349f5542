import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { DrawnFor, DrawnPage, Preloaded } from '../../shared/protocol/preloaded.ts'
import { LANGUAGES, type Language } from '../../shared/words/language.ts'
import { BUILT, rendererOf } from '../browser/built.ts'
import { escaped } from '../browser/escape.ts'
import { ELDER_MODES, type Letters } from '../browser/letters.ts'
import { inlineStyles, type InlinedStyles } from './inlined-styles.ts'

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}
type Chunks = Readonly<Record<string, Chunk>>

/** Null where these answers lead to nothing that is drawn here. */
type Draw = (preloaded: Preloaded, drawnFor: DrawnFor, language: Language) => DrawnPage | null

/** A page on its way; `styleSource` is what its style element needs in `style-src`, null where it has none. */
export interface ServedPage {
  readonly html: string
  readonly styleSource: string | null
}

/** Who a page is drawn for, and how they read. */
export interface Reader extends DrawnFor {
  readonly language: Language
  readonly letters: Letters
}

/** The chapter of words without which a page draws nothing. */
const FIRST_WORDS: Readonly<Record<string, string>> = { phone: 'door', wall: 'hall' }
/** The part that goes on with what was drawn, where it is none of the entry's. */
const FIRST_PARTS: Readonly<Record<string, string>> = {
  phone: 'phone:phone/Door.svelte',
  box: 'box:box/PutIn.svelte',
}
/** What acts upon presses until the page itself is there. */
const FIRST_SCRIPTS: Readonly<Record<string, string>> = { ledger: 'ledger:ledger/first.ts' }
/** How a built page names the one that takes its place in a browser without scripts. */
const PLAIN = '/plain"'
const FRAME = '<div id="app"></div>'

/** One built page, with what its reader needs at once: the words of their language, the first answers, the first rows. */
export class Page {
  readonly #html: string
  readonly #words: ReadonlyMap<Language, string>
  readonly #draw: Draw | null
  /** The page around what is drawn; the same one where nothing goes on with it. */
  readonly #around: InlinedStyles | { readonly html: string; readonly source: null }

  private constructor(html: string, words: ReadonlyMap<Language, string>, part: string, draw: Draw | null) {
    this.#html = html
    this.#words = words
    this.#draw = draw
    const around = html.replace('</head>', () => `${part}</head>`)
    this.#around = part ? inlineStyles(around, FRAME) : { html, source: null }
  }

  /** @throws where the page was not built */
  static async open(name: string, isDrawn: boolean): Promise<Page> {
    const html = readFileSync(path.join(BUILT, `${name}.html`), 'utf8')
    const chunks: Chunks = JSON.parse(readFileSync(path.join(BUILT, '.vite/manifest.json'), 'utf8'))
    const words = new Map(LANGUAGES.map((one) => [one, wordsOf(chunks, name, one, html)]))
    if (!isDrawn) return new Page(html, words, '', null)
    const drawing = await rendererOf<{ readonly renderFirst: Draw }>(name)
    const part = FIRST_PARTS[name] ? tagsOf(chunks, [FIRST_PARTS[name]], html) : ''
    const script = FIRST_SCRIPTS[name] && chunks[FIRST_SCRIPTS[name]]!.file
    const framed = script
      ? html.replace(
          '<script',
          () => `<script type="module" async crossorigin src="/${script}"></script><script`,
        )
      : html
    return new Page(framed, words, part, drawing.renderFirst)
  }

  /** Without anything of whoever asks; the way without scripts leads to what stands at this address. */
  bare(reader: Pick<Reader, 'language' | 'path'>): ServedPage {
    return { html: this.#told(this.#html, reader), styleSource: null }
  }

  /** As it will be drawn from these answers, which come along. */
  drawn({ language, letters, ...drawnFor }: Reader, preloaded: Preloaded): ServedPage {
    const drawn = this.#draw?.(preloaded, drawnFor, language) ?? null
    const answers = `<script type="application/json" id="preloaded">${inScript(preloaded)}</script>`
    const reader = { language, path: drawnFor.path }
    if (!drawn)
      return { html: this.#told(this.#html, reader).replace(FRAME, () => FRAME + answers), styleSource: null }
    const { body, title, mood } = drawn
    const html = this.#told(this.#around.html, reader)
      .replace('<html lang="zh-Hans"', () => `<html lang="${language}" ${ELDER_MODES[letters]}`)
      .replace(/data-mood="\w+"/, (as) => (mood ? `data-mood="${mood}"` : as))
      .replace(/(?<=<title>)[^<]*/, (usual) => (title === undefined ? usual : escaped(title)))
      .replace(FRAME, () => `<div id="app">${body}</div>${answers}`)
    return { html, styleSource: this.#around.source }
  }

  #told(html: string, { language, path: address }: Pick<Reader, 'language' | 'path'>): string {
    return html
      .replaceAll(PLAIN, () => `${plainAddressOf(address)}"`)
      .replace('</head>', () => `${this.#words.get(language)}</head>`)
  }
}

const plainAddressOf = (address: string): string =>
  address === '/' ? '/plain' : `${address.replace(/["&<>]/g, encodeURIComponent)}/plain`

const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** Tags that fetch the words of a page beside its scripts, not after them. */
function wordsOf(chunks: Chunks, page: string, language: Language, html: string): string {
  const chapter = `:words/${FIRST_WORDS[page] ?? page}.${language}.ts`
  // Pages that are built alone have chunks under a name of their own.
  return tagsOf(
    chunks,
    [[page, 'client'].map((group) => group + chapter).find((key) => key in chunks)!],
    html,
  )
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

const tagOf = (file: string): string =>
  file.endsWith('.css')
    ? `<link rel="stylesheet" crossorigin href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`
