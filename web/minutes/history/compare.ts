import type { Piece, RenderedMinutes } from '../../../shared/minutes/minutes.ts'
import { pairsOf } from './pairs.ts'

/** A line of some state of the text, as somebody reads it. */
export interface ReadLine {
  /** The same in every state in which the line is there. */
  readonly key: string
  readonly speaker: string | null
  readonly text: string
}

export interface Stretch {
  readonly kind: 'same' | 'added' | 'gone'
  readonly text: string
}

export interface ComparedLine {
  readonly key: string
  readonly kind: 'same' | 'added' | 'gone' | 'changed'
  readonly stretches: readonly Stretch[]
}

/** Longer changed middles are told as gone and added as a whole. */
const MAX_TABLE = 250_000

export const linesIn = (
  { sections }: RenderedMinutes,
  say: (piece: Exclude<Piece, { kind: 'text' }>) => string,
): ReadLine[] =>
  sections.flatMap(({ lines }) =>
    lines.map(({ key, speaker, pieces }) => {
      const text = pieces.map((piece) => (piece.kind === 'text' ? piece.text : `〔${say(piece)}〕`)).join('')
      return { key, speaker, text }
    }),
  )

/** What became of each line; a line that is gone stands where it stood. */
export function compareLines(
  before: readonly ReadLine[],
  after: readonly ReadLine[],
  colon: string,
): ComparedLine[] {
  const whole = ({ speaker, text }: ReadLine): string => (speaker ? `${speaker}${colon}${text}` : text)
  const paired = (lines: readonly ReadLine[]) => lines.map((line) => ({ key: line.key, reads: whole(line) }))
  const pairs = pairsOf(paired(after), paired(before))
  const stays = new Set(pairs)
  const compared: ComparedLine[] = []
  let told = 0
  const tellGoneUpTo = (end: number): void => {
    for (; told < end; told++) {
      const text = whole(before[told]!)
      if (!stays.has(told) && text !== '')
        compared.push({ key: `-${before[told]!.key}`, kind: 'gone', stretches: [{ kind: 'gone', text }] })
    }
  }
  after.forEach((line, n) => {
    const [at, text] = [pairs[n] ?? null, whole(line)]
    if (at !== null) tellGoneUpTo(at)
    const was = at === null ? '' : whole(before[at]!)
    if (text === '' && was === '') return
    const stretches = compareTexts(was, text)
    const isSame = stretches.every(({ kind }) => kind === 'same')
    const kind = at === null ? 'added' : isSame ? 'same' : 'changed'
    compared.push({ key: line.key, kind, stretches })
  })
  tellGoneUpTo(before.length)
  return compared
}

/** Which letters of one text are gone from another and which came. */
export function compareTexts(before: string, after: string): Stretch[] {
  const [old, now] = [Array.from(before), Array.from(after)]
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  const least = Math.min(old.length, now.length) - head
  while (tail < least && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++
  return joined([
    { kind: 'same', text: old.slice(0, head).join('') },
    ...compareMiddles(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ])
}

function compareMiddles(old: readonly string[], now: readonly string[]): Stretch[] {
  if (old.length * now.length > MAX_TABLE)
    return [
      { kind: 'gone', text: old.join('') },
      { kind: 'added', text: now.join('') },
    ]
  const width = now.length + 1
  const longest = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      longest[i * width + j] =
        old[i] === now[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
  const stretches: Stretch[] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length) {
    const down = i < old.length ? longest[(i + 1) * width + j]! : -1
    const right = j < now.length ? longest[i * width + j + 1]! : -1
    if (i < old.length && j < now.length && old[i] === now[j]) {
      stretches.push({ kind: 'same', text: old[i++]! })
      j++
    } else if (down >= right) stretches.push({ kind: 'gone', text: old[i++]! })
    else stretches.push({ kind: 'added', text: now[j++]! })
  }
  return stretches
}

// What is gone stands before what came in its place.
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: { kind: Stretch['kind']; text: string }[] = []
  for (const { kind, text } of stretches) {
    if (text === '') continue
    const last = result.at(-1)
    const before = result.at(-2)
    if (last?.kind === kind) last.text += text
    else if (kind === 'gone' && last?.kind === 'added' && before?.kind === 'gone') before.text += text
    else result.push({ kind, text })
  }
  return result
}
