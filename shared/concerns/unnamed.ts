import type { Lane } from '../comments/comment.ts'
import { folded } from '../kernel/text/folding.ts'

/** What a reader was told of whoever raised a matter or said something. */
export interface Heard {
  readonly lane: Lane
  readonly raisedBy?: string | null
  readonly name?: string | null
}

/** Names of those who asked to stay unnamed, as far as the reader knows them. */
export const unnamedIn = (heard: readonly Heard[]): readonly string[] =>
  heard.flatMap(({ lane, raisedBy, name }) => (lane === 'masked' && (raisedBy ?? name)) || [])

/** What is typed into a form and read by everybody; names in fields of their own and words for the staff are none of it. */
export const PUBLIC_FIELDS = [
  'text',
  'answer',
  'reason',
  'report',
  'remainder',
  'evidence',
  'order',
  'said',
  'verbatim',
  'measure',
  'part',
  'referredTo',
  'unit',
  'title',
] as const

/** Those of a command, also of the parts that others do. */
export function publicWordsIn(fields: object): string {
  const words = Object.entries(fields).flatMap(([field, value]) => {
    if (typeof value === 'object' && value !== null) return publicWordsIn(value as object)
    return typeof value === 'string' && isPublic(field) ? value : ''
  })
  return words.filter((one) => one !== '').join('\n')
}

const isPublic = (field: string): boolean => (PUBLIC_FIELDS as readonly string[]).includes(field)

const MIN_LETTERS = 2
const LATIN = /\p{Script=Latin}/u

/** Those of these names that stand in a text, each once; in whichever script, and with or without spaces. */
export function namesIn(text: string, names: readonly string[]): readonly string[] {
  const spoken = folded(text)
  const joined = spoken.replace(/[^\S\n]/g, '')
  return [...new Set(names.map((name) => name.trim()))].filter((name) => {
    const sought = folded(name)
    if (LATIN.test(sought)) return ` ${wordsOf(spoken)} `.includes(` ${wordsOf(sought)} `)
    const letters = sought.replace(/\s/g, '')
    return Array.from(letters).length >= MIN_LETTERS && joined.includes(letters)
  })
}

/** The words of an alphabet one space apart, without what stands between them. */
const wordsOf = (text: string): string =>
  (text.match(/[\p{Script=Latin}\p{M}\p{N}]+|[^\s\p{P}]/gu) ?? []).join(' ')
