import { withoutControls } from '../../../shared/kernel/text/text.ts'
import { speakerAtStart } from './schema.ts'

/** A line as it comes out of another program. */
export interface PastedLine {
  readonly speaker: string | null
  /** Line ends are breaks within the line. */
  readonly text: string
}

/** Nothing of these is somebody's words. */
const DROPPED = new Set(
  (
    'HEAD STYLE SCRIPT NOSCRIPT TEMPLATE TITLE META LINK BASE IFRAME FRAME OBJECT EMBED APPLET SVG MATH CANVAS IMG ' +
    'PICTURE VIDEO AUDIO SOURCE TRACK INPUT SELECT OPTION TEXTAREA BUTTON DEL'
  ).split(' '),
)
const BLOCKS = new Set(
  (
    'P DIV SECTION ARTICLE HEADER FOOTER MAIN ASIDE NAV FIGURE FIGCAPTION BLOCKQUOTE PRE UL OL LI DL DT DD TABLE ' +
    'THEAD TBODY TFOOT TR CAPTION H1 H2 H3 H4 H5 H6 HR FORM FIELDSET ADDRESS DETAILS SUMMARY BODY'
  ).split(' '),
)
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i
/** Word writes a list's number or bullet as text that it marks so. */
const WORD_MARKER = /mso-list\s*:\s*ignore/i
const NUMBERED = /[\p{Nd}一二三四五六七八九十①-⑳]|^[（(]?[a-z]{1,2}[.)）]$/iu
const UNPRINTABLE = /[\ufffe\uffff]|\p{Surrogate}/gu
// Word breaks the source of its text where it likes, also between two Chinese letters.
const BROKEN_SOURCE =
  /(?<=[\p{Script=Han}，。、；：？！」』）])[ \t]*\r?\n[ \t]*(?=[\p{Script=Han}「『（，。、；：？！])/gu
/** How chats name who wrote when: 「李婶 19:41」, 「李婶 2026/11/22 19:41:05」. */
const CHAT_HEAD =
  /^([\p{L}\p{N}·（）() ]{1,20}?)[：:]?\s+(?:(?:\d{2,4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\s+)?(?:[上下]午\s*)?\d{1,2}:\d{2}(?::\d{2})?$/u

interface HtmlPolicy {
  readonly createHTML: (html: string) => string
}
interface Policies {
  readonly createPolicy: (name: string, policy: HtmlPolicy) => HtmlPolicy
}

/** Made once: a page may make each of its policies only once (W3C Trusted Types). */
const policy = (globalThis as { readonly trustedTypes?: Policies }).trustedTypes?.createPolicy(
  'pasted-html',
  {
    createHTML: (html) => html,
  },
)

/** The words of a web page, of Word or of a chat, line by line; nothing else of it comes through. */
export function linesFromHtml(html: string): PastedLine[] {
  const { body } = new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html')
  const reader = new LineReader()
  reader.read(body)
  reader.end()
  return spoken(reader.lines)
}

/** Gives each line to whoever spoke it; a name that stands alone belongs to the line that follows. */
export function spoken(lines: readonly string[]): PastedLine[] {
  const told: PastedLine[] = []
  let waiting: string | null = null
  for (const line of lines) {
    const head = CHAT_HEAD.exec(line)
    const found = head ? { speaker: head[1]!.trim(), length: line.length } : speakerAtStart(line)
    const text = (found ? line.slice(found.length) : line).trim()
    if (found && text === '') waiting = found.speaker
    else {
      told.push({ speaker: found?.speaker ?? waiting, text })
      waiting = null
    }
  }
  if (waiting !== null) told.push({ speaker: waiting, text: '' })
  return told
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`).replaceAll('\n', '<br>')

/** What is left of a pasted page: our own lines; what comes from this editor stays as it is. */
export function cleanedHtml(html: string): string {
  if (/<[^>]+\sdata-pm-slice=/.test(html)) return html
  const lines = linesFromHtml(html)
  const [only] = lines
  if (only && lines.length === 1 && only.speaker === null) return escaped(only.text)
  return lines
    .map(({ speaker, text }) => `<p data-speaker="${escaped(speaker ?? '')}">${escaped(text)}</p>`)
    .join('')
}

class LineReader {
  readonly lines: string[] = []
  private line = ''
  /** Number or bullet of the list's item whose first line has not come yet. */
  private marker = ''

  read(node: Node): void {
    if (node instanceof Text) this.line += sourceText(withoutControls(node.data), node.parentElement)
    else if (node instanceof HTMLElement) this.element(node)
  }

  /** Ends the line that is being read; lines within it that name a speaker stand for themselves. */
  end(): void {
    const [first = '', ...more] = this.line.split('\n').map(tidied)
    this.line = ''
    let line = first
    for (const next of more) {
      if (next !== '' && (speakerAtStart(next) || CHAT_HEAD.test(next) || CHAT_HEAD.test(line))) {
        this.tell(line)
        line = next
      } else line = line && next ? `${line}\n${next}` : line || next
    }
    this.tell(line)
  }

  private tell(line: string): void {
    if (line === '') return
    this.lines.push(speakerAtStart(line) ? line : this.marker + line)
    this.marker = ''
  }

  private element(element: HTMLElement): void {
    const { tagName } = element
    const style = element.getAttribute('style') ?? ''
    if (DROPPED.has(tagName) || element.hidden || HIDDEN.test(style)) return
    if (tagName === 'BR') this.line += '\n'
    else if (WORD_MARKER.test(style)) this.line += markerFrom(element.textContent)
    else if (BLOCKS.has(tagName)) this.block(element)
    else {
      if ((tagName === 'TD' || tagName === 'TH') && this.line.trim() !== '') this.line += '\u3000'
      this.children(element)
    }
  }

  private block(element: HTMLElement): void {
    // A paragraph in a table's cell is part of its row.
    if (element.parentElement?.closest('td, th')) return this.children(element)
    this.end()
    if (element.tagName === 'LI') this.marker = markerOf(element)
    this.children(element)
    this.end()
    if (element.tagName === 'LI') this.marker = ''
  }

  private children(element: HTMLElement): void {
    for (const child of element.childNodes) this.read(child)
  }
}

const sourceText = (text: string, parent: Element | null): string => {
  const isPre = parent?.closest('pre') !== null
  // What stood for a line end in another program is one here too.
  return isPre ? text : text.replace(BROKEN_SOURCE, '').replace(/[ \t\r\n]+/g, ' ')
}

const tidied = (line: string): string =>
  line
    .replace(UNPRINTABLE, '')
    .replace(/[\u00a0\t ]+/g, ' ')
    .replace(/ ?\u3000 ?/g, '\u3000')
    .trim()

function markerFrom(text: string): string {
  const marker = tidied(text)
  return NUMBERED.test(marker) && !/^[lnquovØ§]$/.test(marker) ? `${marker} ` : '· '
}

function markerOf(item: HTMLElement): string {
  const list = item.parentElement
  if (list?.tagName !== 'OL') return '· '
  const items = [...list.children].filter(({ tagName }) => tagName === 'LI')
  return `${(Number(list.getAttribute('start')) || 1) + items.indexOf(item)}. `
}
