import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyReply } from 'fastify'
import { keepLanguage } from '../../browser/language.ts'
import { ELDER_MODES, lettersOf } from '../../browser/letters.ts'
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../../shared/words/language.ts'
import type { PublicWords } from '../../../shared/words/public.ts'
import { html, type Html } from './html.ts'

const BUILT = path.join(import.meta.dirname, '../../../dist/web')
const LETTERS = ['noto-sans-sc/wght.css', 'noto-serif-sc/wght.css']
// A phone has its own Chinese letters and shall not fetch ours; it has no pointer that hovers.
const NARROW_SHEET = 'ui/public-narrow.css'
// Letters of 24 and 30 px fill a window sooner than those of 18.
const NARROW = {
  off: 'screen and (max-width: 860px)',
  '24': 'screen and (max-width: 1020px)',
  '30': 'screen and (max-width: 1280px)',
} as const
const MODES = { ...ELDER_MODES, off: 'data-mode="notice"' } as const
const WHERE_LETTERS_MAY_MISS = 'print, (hover: hover)'
let frame: string | null = null

export interface Page {
  readonly language: Language
  readonly title: string
  readonly body: Html
}

/** Fills the built frame, which brings the styles; pages are whole without a script. */
export function sendPage(reply: FastifyReply, { language, title, body }: Page): FastifyReply {
  frame ??= readFrame()
  keepLanguage(reply)
  const letters = lettersOf(reply)
  const text = frame
    .replace(MODES.off, () => MODES[letters])
    .replace(NARROW.off, NARROW[letters])
    .replace('lang="zh-Hans"', `lang="${language}"`)
    .replace('<!--title-->', () => html`${title}`.text)
    .replace('<!--body-->', () => body.text)
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-cache')
  // Under no-referrer a browser sends a plain form without its origin, and nobody could tell it from another site's.
  return reply.type('text/html; charset=utf-8').header('referrer-policy', 'same-origin').send(text)
}

/** The sheets of letters stand last, so that the page is read before they arrive. */
function readFrame(): string {
  const built = readFileSync(path.join(BUILT, 'public.html'), 'utf8')
  const manifest: Record<string, { file: string; src?: string }> = JSON.parse(
    readFileSync(path.join(BUILT, '.vite/manifest.json'), 'utf8'),
  )
  const sheets = new Set(
    Object.values(manifest).flatMap(({ file, src }) =>
      LETTERS.some((end) => src?.endsWith(end)) ? [file] : [],
    ),
  )
  const links = [...sheets].map(
    (file) => html`<link rel="stylesheet" media="${WHERE_LETTERS_MAY_MISS}" href="/${file}" />`,
  )
  const narrow = Object.values(manifest).find(({ src }) => src?.endsWith(NARROW_SHEET))
  if (!narrow) throw new Error(`expected ${NARROW_SHEET} among the built pages, found none: npm run build`)
  return built
    .replace('<!--narrow-->', `<link rel="stylesheet" media="${NARROW.off}" href="/${narrow.file}" />`)
    .replace('<!--letters-->', () => html`${links}`.text)
}

/** Links to the same page in the other languages and in larger letters; each stays chosen on this browser. */
export const pageLinks = (language: Language, words: PublicWords): Html =>
  html` <nav class="languages" aria-label="${words.language}">
    ${LANGUAGES.filter((other) => other !== language).map(
      (other) =>
        html`<a href="?language=${other}" lang="${other}" hreflang="${other}">${LANGUAGE_NAMES[other]}</a>`,
    )}
    <a class="to-big" href="?language=${language}&amp;letters=24">${words.bigLetters}</a>
    <a class="to-usual" href="?language=${language}&amp;letters=off">${words.usualLetters}</a>
  </nav>`

/** The village's name as a stamp of two columns; a name that does not fit one is written out. */
export function placeSeal(name: string): Html {
  const letters = Array.from(name)
  if (letters.length > MAX_SEAL_LETTERS || !/^\p{Script=Han}+$/u.test(name))
    return html`<p class="place-name">${name}</p>`
  const half = Math.ceil(letters.length / 2)
  return html`<p class="seal place-seal">
    ${letters.slice(0, half).join('')}<br />${letters.slice(half).join('')}
  </p>`
}

const MAX_SEAL_LETTERS = 8
const ROOF_VIEW = '0 0 1152 87.4'

/** The roofline: the one ornament. */
export const eaves = (): Html =>
  html` <svg class="eaves" viewBox="${ROOF_VIEW}" aria-hidden="true">
    <path
      d="M402.2 5.5C411.6 13.3 417.8 14 428.7 14H723.3C734.2 14 740.4 13.3 749.8 5.5"
      stroke-width="2"
      stroke-linecap="round"
    />
    <path
      d="M414.7 14C306.9 39 174.2 62.4 117 62.4C74.9 62.4 43.7 56.2 17.2 35.9M737.3 14C845.1 39 977.8 62.4 1035 62.4C1077.1 62.4 1108.3 56.2 1134.8 35.9"
      stroke-width="1.2"
      stroke-linecap="round"
      opacity=".75"
    />
    <path
      d="M17.2 35.9C40.6 65.5 85.8 73.3 156 73.3H996C1066.2 73.3 1111.4 65.5 1134.8 35.9"
      stroke-width="2.3"
      stroke-linecap="round"
    />
    <path
      d="M160.7 81.1H996"
      stroke-width="4.7"
      stroke-linecap="round"
      stroke-dasharray="0 18.7"
      opacity=".7"
    />
  </svg>`
