import { phrasesOf } from '../../../shared/kernel/phrases.ts'

/** Markup that is safe to send: every value put into it was escaped or is itself such markup. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

type Value = Html | string | number | null | readonly Value[]

function markup(value: Value): string {
  if (value === null) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'object') return value.map(markup).join('')
  return String(value).replace(/[&<>"']/g, (sign) => ESCAPES[sign]!)
}

/** Tagged template: html`<p>${words}</p>` escapes what people wrote. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.reduce((text, part, at) => text + markup(values[at - 1] ?? null) + part))
}

/** What somebody wrote: its lines break at clauses and words, and its direction orders nothing around it. */
export const phrased = (text: string): Html =>
  new Html(`<bdi>${phrasesOf(text).map(markup).join('<wbr>')}</bdi>`)
