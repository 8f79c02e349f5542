import type { Commitment } from '../../../../shared/commitments/commitment.ts'
import type { Concern } from '../../../../shared/concerns/concern.ts'
import type { MarkedLine, Outcome, Strip } from './strip.svelte.ts'

/** Which strip was open; what was written in it is stored by its own form. */
export interface StoredStrip {
  readonly kind: Strip['kind']
  readonly line: MarkedLine | null
  readonly concernId: string | null
  readonly amends: string | null
  readonly outcome: Outcome | null
}

export function storedStrip(strip: Strip): StoredStrip {
  const nothing = { kind: strip.kind, line: null, concernId: null, amends: null, outcome: null }
  switch (strip.kind) {
    case 'promise': {
      const { concernId, amends } = strip.draft
      return { ...nothing, line: strip.line, concernId, amends }
    }
    case 'concern':
      return { ...nothing, line: strip.draft.line, concernId: strip.draft.rewords?.id ?? null }
    case 'outcome':
      return { ...nothing, concernId: strip.draft.concern.id, outcome: strip.draft.outcome }
    case 'describe':
      return { ...nothing, concernId: strip.concern.id }
  }
}

/** What an evening's desk can open beside its minutes. */
interface StripOpener {
  readonly room: { readonly concerns: readonly Concern[]; readonly commitments: readonly Commitment[] }
  amendPromise(promise: Commitment): void
  writePromise(line: MarkedLine | null, concern?: Concern): void
  writeConcern(line: MarkedLine): void
  reword(concern: Concern): void
  describe(concern: Concern): void
  writeOutcome(outcome: Outcome, concern: Concern): void
}

/** Opens it again, unless what it was about is settled by now. */
export function openStored(
  evening: StripOpener,
  { kind, line, concernId, amends, outcome }: StoredStrip,
): void {
  const concern = evening.room.concerns.find(({ id }) => id === concernId)
  const promise = evening.room.commitments.find(({ id, state }) => id === amends && state === 'spoken')
  if (kind === 'promise' && amends) return promise && evening.amendPromise(promise)
  if (kind === 'promise') return evening.writePromise(line, concern)
  if (kind === 'concern' && line) return evening.writeConcern(line)
  if (!concern) return
  if (kind === 'concern') evening.reword(concern)
  else if (kind === 'describe') evening.describe(concern)
  else if (outcome) evening.writeOutcome(outcome, concern)
}
