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

/** Whether two texts say the same under the same items; which line it is does not matter. */
export const isSameText = (
  one: Pick<RenderedMinutes, 'sections'>,
  other: Pick<RenderedMinutes, 'sections'>,
): boolean => JSON.stringify(said(one)) === JSON.stringify(said(other))

const said = ({ sections }: Pick<RenderedMinutes, 'sections'>): unknown =>
  sections.map(({ agendaItemId, lines }) => [
    agendaItemId,
    lines.map(({ speaker, pieces }) => [speaker, pieces]),
  ])

/** What a line says, without its chips. */
export const textOf = (line: Pick<Line, 'pieces'>): string =>
  line.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('')
