import { readFileSync } from 'node:fs'
import path from 'node:path'
import { LANGUAGES, type Language } from '../../shared/words/language.ts'
import { BUILT, rendererOf } from '../browser/built.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}
type Chunks = Readonly<Record<string, Chunk>>

/** What a page asks first, with its answers for whoever asks for the page. */
export interface Preloaded {
  readonly at: string
  readonly answers: Readonly<Record<string, unknown>>
}

/** The page's markup as it will be drawn from these answers. */
type Draw = (told: Preloaded, search: string, language: Language) => Promise<string>

/** The chapter of words without which a page draws nothing. */
const FIRST_WORDS: Readonly<Record<string, string>> = { phone: 'door', wall: 'hall' }
const FRAME = '<div id="app"></div>'

/** One built page, with what its reader needs at once: the words of their language, the first answers, the first rows. */
export class Page {
  readonly #html: string
  readonly #words: ReadonlyMap<Language, string>
  readonly #script: string
  readonly #draw: Draw | null

  private constructor(html: string, words: ReadonlyMap<Language, string>, script: string, draw: Draw | null) {
    this.#html = html
    this.#words = words
    this.#script = script
    this.#draw = draw
  }

  /** @throws where the page was not built */
  static async open(name: string, isDrawn: boolean): Promise<Page> {
    const html = readFileSync(path.join(BUILT, `${name}.html`), 'utf8')
    const chunks: Chunks = JSON.parse(readFileSync(path.join(BUILT, '.vite/manifest.json'), 'utf8'))
    const words = new Map(LANGUAGES.map((one) => [one, wordsOf(chunks, name, one, html)]))
    if (!isDrawn) return new Page(html, words, '', null)
    const drawing = await rendererOf<{ readonly renderRows: Draw }>(name)
    const first = chunks[`${name}:${name}/first.ts`]!.file
    return new Page(
      html,
      words,
      `<script type="module" async crossorigin src="/${first}"></script>`,
      drawing.renderRows,
    )
  }

  /** Without anything of whoever asks. */
  bare(language: Language): string {
    return this.#html
      .replace('<script', () => `${this.#script}<script`)
      .replace('</head>', () => `${this.#words.get(language)}</head>`)
  }

  /** As it will be drawn from these answers, which come along. */
  async drawn(language: Language, search: string, told: Preloaded): Promise<string> {
    const drawn = (await this.#draw?.(told, search, language)) ?? ''
    const answers = `<script type="application/json" id="told">${inScript(told)}</script>`
    return this.bare(language)
      .replace(/<html lang="[^"]*"/, () => `<html lang="${language}"`)
      .replace(FRAME, () => `<div id="app">${drawn}</div>${answers}`)
  }
}

const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** Tags that fetch the words of a page beside its scripts, not after them. */
function wordsOf(chunks: Chunks, page: string, language: Language, html: string): string {
  const files = new Set<string>()
  const visit = (key: string): void => {
    const { file, imports = [] } = chunks[key]!
    if (html.includes(file) || files.has(file)) return
    files.add(file)
    imports.forEach(visit)
  }
  const chapter = `:words/${FIRST_WORDS[page] ?? page}.${language}.ts`
  // Pages that are built alone have chunks under a name of their own.
  visit([page, 'client'].map((group) => group + chapter).find((key) => key in chunks)!)
  return [...files].map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`).join('')
}
