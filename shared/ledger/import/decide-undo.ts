import { commandRefusal } from '../../permissions/commands.ts'
import type { CommitmentEvent } from '../../commitments/commitment.ts'
import type { ConcernEvent } from '../../concerns/concern.ts'
import type { Decide } from '../../kernel/command.ts'
import type { CommitmentId, ConcernId } from '../../kernel/id.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { ImportEvent } from './import.ts'
import type { UndoImport } from '../schema.ts'

export interface UndoImportState {
  readonly rows: readonly { readonly concernId: ConcernId; readonly commitmentId: CommitmentId | null }[]
  /** Of these, how many somebody has acted on since they came in. */
  readonly touched: number
}

type Written = ConcernEvent | CommitmentEvent | ImportEvent

/** Takes out everything that one import brought, as long as nobody has worked with any of it. */
export const decideUndoImport: Decide<UndoImport, UndoImportState, Written> = (_command, state, actor) => {
  const denied = commandRefusal('undo-import', actor)
  if (denied) return denied
  if (state.rows.length === 0) return refuse('not-found', 'importId')
  if (state.touched > 0) return refuse('import-in-use')
  // What came last goes first.
  return [...state.rows]
    .reverse()
    .flatMap(({ concernId, commitmentId }): Written[] => [
      { type: 'row-unimported', data: { concernId, commitmentId }, words: {} },
      ...(commitmentId === null
        ? []
        : [{ type: 'commitment-unimported', data: { commitmentId, meetingId: null }, words: {} } as const]),
      { type: 'concern-unimported', data: { concernId, meetingId: null }, words: {} },
    ])
}
