import type { CommitmentState } from '../../commitments/commitment.ts'

/** What a promise that is not open any more is called. */
export interface DoneWords {
  /** As its owner says, judged, or settled: only the last is an end. */
  readonly doneName: (promise: { readonly state: CommitmentState }) => string
}
