import type { Instant } from '../kernel/event.ts'
import type { MeetingId, PlaceId } from '../kernel/id.ts'
import type { Day } from '../kernel/day.ts'
import type { Concern, ConcernState } from './concern.ts'
import { folded } from '../kernel/text/folding.ts'

/** How many matters are shown to whoever is typing. */
export const MAX_ALIKE = 5
/** Pieces of one text that are compared; what is longer says the same thing again. */
export const MAX_PIECES = 80
const ALIKE_ENOUGH = 0.3

/** A matter of the place's own record, without anybody's name. */
export interface AlikeMatter extends Pick<Concern, 'id' | 'no' | 'text' | 'outcome' | 'route' | 'voices'> {
  readonly placeId: PlaceId
  readonly meetingId: MeetingId | null
  readonly state: ConcernState
  readonly raisedAt: Instant
  /** Where everybody reads of it, once everybody may. */
  readonly publicPath?: string | null
  /** Of its promise, where it has one that was not dropped. */
  readonly dueOn: Day | null
}

export interface Alike {
  readonly matters: readonly AlikeMatter[]
}

// Letters that tell nothing of the matter: whatever they stand in is no piece.
const EMPTY_LETTERS = new Set(
  '的了吗呢吧啊在是和与就也都还又我你他她它们这那哪个些么把被给让对从到说有要想能',
)
const RUN = /\p{Script=Han}+|[a-z0-9]+/gu
const MAX_WORD_LENGTH = 16

/** Pieces of a text by which it is found again: every two letters that stand together, and whole words of Latin letters. */
export function piecesOf(text: string): readonly string[] {
  const pieces = new Set<string>()
  for (const [run] of folded(text).matchAll(RUN)) {
    if (/^[a-z0-9]/.test(run)) {
      if (run.length > 1) pieces.add(run.slice(0, MAX_WORD_LENGTH))
      continue
    }
    const letters = Array.from(run)
    letters.slice(1).forEach((letter, at) => {
      if (!EMPTY_LETTERS.has(letters[at]!) && !EMPTY_LETTERS.has(letter)) pieces.add(letters[at]! + letter)
    })
  }
  return [...pieces].slice(0, MAX_PIECES)
}

/** From 0, nothing in common, to 1, the same pieces. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0
  const set = new Set(one)
  const shared = other.filter((piece) => set.has(piece)).length
  // One piece in common is chance, unless there is hardly more to compare.
  if (shared < Math.min(2, one.length, other.length)) return 0
  return shared / Math.sqrt(one.length * other.length)
}

export const isAlike = (one: readonly string[], other: readonly string[]): boolean =>
  likeness(one, other) >= ALIKE_ENOUGH

/** Those that ask for something alike, the most alike first; the later one of equals. */
export function alikeFirst<Matter extends { readonly text: string; readonly no: number }>(
  text: string,
  matters: readonly Matter[],
): readonly Matter[] {
  const pieces = piecesOf(text)
  return matters
    .map((matter) => ({ matter, score: likeness(pieces, piecesOf(matter.text)) }))
    .filter(({ score }) => score >= ALIKE_ENOUGH)
    .sort((one, other) => other.score - one.score || other.matter.no - one.matter.no)
    .slice(0, MAX_ALIKE)
    .map(({ matter }) => matter)
}
