import type { CommitmentEvent } from '../../shared/commitments/commitment.ts'
import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import type { ImportEvent } from '../../shared/ledger/import.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Project, Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { list, listFor } from './lines.ts'

const promised: Project<CommitmentEvent> = (work, { data }) => list(work, data.commitmentId)

type Listed = CommitmentEvent | Extract<ConcernEvent, { type: 'concern-reworded' }>

/** Lines go along with what is promised and what it answers. */
/** That a row came in: by what it says it is known again. */
export const projectImports: Projections<ImportEvent> = {
  'row-imported': (work, { placeId, data: { concernId }, words: { key } }) =>
    work.insertInto('importedRows').values({ placeId, key, concernId }).execute(),
}

export const projectLines: Partial<Projections<Listed>> = {
  'commitment-recorded': promised,
  'commitment-amended': promised,
  'commitment-confirmed': promised,
  'commitment-dropped': promised,
  'due-day-moved': promised,
  'due-day-recounted': promised,
  'commitment-done': promised,
  'report-taken-back': promised,
  'commitment-rated': promised,
  'commitment-reopened': promised,
  'commitment-settled': promised,
  'concern-reworded': (
    work: Work,
    { data }: RecordedEvent<Extract<ConcernEvent, { type: 'concern-reworded' }>>,
  ) => listFor(work, data.concernId),
}
