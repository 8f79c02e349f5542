import type { Commitment } from '../commitments/commitment.ts'
import type { CommitmentId, ConcernId } from '../kernel/id.ts'
import type { Line, RenderedMinutes } from './minutes.ts'

export interface Anchors {
  readonly concerns: ReadonlySet<ConcernId>
  readonly commitments: ReadonlySet<CommitmentId>
}

const linesOf = ({ sections }: Pick<RenderedMinutes, 'sections'>): readonly Line[] =>
  sections.flatMap(({ lines }) => lines)

/** The rows that the text mentions. */
export function anchorsIn(minutes: Pick<RenderedMinutes, 'sections'>): Anchors {
  const pieces = linesOf(minutes).flatMap((line) => line.pieces)
  return {
    concerns: new Set(pieces.flatMap((piece) => (piece.kind === 'concern' ? [piece.concernId] : []))),
    commitments: new Set(pieces.flatMap((piece) => (piece.kind === 'promise' ? [piece.commitmentId] : []))),
  }
}

/** Promises that stand but have no place in the text: they are listed beside it, never lost with a deleted line. */
export function unwrittenPromises(
  minutes: Pick<RenderedMinutes, 'sections'>,
  commitments: readonly Commitment[],
): readonly Commitment[] {
  const written = anchorsIn(minutes).commitments
  return commitments.filter(({ id, state }) => state !== 'dropped' && !written.has(id))
}

/** What a line says, without its chips. */
export const textOf = (line: Pick<Line, 'pieces'>): string =>
  line.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')
