import type * as Y from 'yjs'
import type { RefusalCode } from '../../../shared/kernel/refusal.ts'
import { linesOf, type TextLine } from '../text.ts'

/** Why words stayed out of the record; `boxed` lie in the recorder's box, `restored` met an older record. */
export type Why = RefusalCode | 'restored' | 'boxed'

/** Words that the record did not take, kept on this machine until their author decides. */
export interface Aside {
  readonly id: string
  readonly text: string
  readonly atMs: number
  readonly why: Why
  /** The lines that the record has not; null until they have been compared. */
  readonly lines: readonly TextLine[] | null
  /** The whole text as it stood here. */
  readonly bytes: Uint8Array
}

/** After these the record will not take the same words again, whatever is tried. */
const FINAL: ReadonlySet<string> = new Set<Why>([
  'restored',
  'boxed',
  'minutes-signed',
  'schema-too-old',
  'not-allowed',
  'update-rejected',
  'too-long',
])
export const isFinal = (why: string): why is Why => FINAL.has(why)

/** After these the very same edits may still join the text; after the others only their words can. */
const JOINABLE: ReadonlySet<Why> = new Set<Why>(['minutes-signed', 'schema-too-old', 'not-allowed'])
export const isJoinable = ({ why }: Aside): boolean => JOINABLE.has(why)

const keyOf = ({ speaker, text }: TextLine): string => JSON.stringify([speaker, text])

/** The lines of one text that another has not, in their order. */
export function missingLines(ours: Y.Doc, theirs: Y.Doc): TextLine[] {
  const count = new Map<string, number>()
  for (const line of linesOf(theirs)) count.set(keyOf(line), (count.get(keyOf(line)) ?? 0) + 1)
  return linesOf(ours).filter((line) => {
    const left = count.get(keyOf(line)) ?? 0
    count.set(keyOf(line), left - 1)
    return left <= 0 && line.text.trim() !== ''
  })
}

export const asText = (lines: readonly TextLine[], colon: string): string =>
  lines.map(({ speaker, text }) => (speaker ? `${speaker}${colon}${text}` : text)).join('\n')
