import type { CommitmentEvent } from '../../shared/commitments/commitment.ts'
import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { ConcernId, PlaceId } from '../../shared/kernel/id.ts'
import { MAX_ROW_EVENTS, type ImportEvent } from '../../shared/ledger/import/import.ts'
import { eraseWords } from '../journal/erasing.ts'
import type { DerivedWrites, Following, Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { list, listFor, unlist } from './list/lines.ts'

/** That a row came in: by what it says it is known again. */
export const projectImports: Projections<ImportEvent> = {
  'row-imported': (work, { placeId, seq, data, words: { key } }) => {
    const { concernId, commitmentId = null, importId = null } = data
    return work
      .insertInto('importedRows')
      .values({ placeId, key, concernId, commitmentId, importId, seq })
      .execute()
  },
  // Everything that hangs on the matter, before it goes itself.
  'row-unimported': async (work, { placeId, data: { concernId, commitmentId } }) => {
    await eraseRow(work, placeId, concernId)
    await work.deleteFrom('importedRows').where('concernId', '=', concernId).execute()
    await work.deleteFrom('custodySteps').where('concernId', '=', concernId).execute()
    await work.deleteFrom('custodies').where('concernId', '=', concernId).execute()
    await work.deleteFrom('notices').where('concernId', '=', concernId).execute()
    if (commitmentId === null) return
    await work.deleteFrom('notices').where('commitmentId', '=', commitmentId).execute()
    await unlist(work, commitmentId)
  },
}

/** What a row said goes from the words beside the journal too; that it came in stays. */
async function eraseRow(work: Work, placeId: PlaceId, concernId: ConcernId): Promise<void> {
  const row = await work
    .selectFrom('importedRows')
    .select(['seq', 'commitmentId'])
    .where('placeId', '=', placeId)
    .where('concernId', '=', concernId)
    .executeTakeFirst()
  if (row?.seq == null) return
  const ids = [concernId, row.commitmentId].filter((id) => id !== null)
  const told = await work
    .selectFrom('journal')
    .select('seq')
    .where('placeId', '=', placeId)
    .where('seq', '>', row.seq - MAX_ROW_EVENTS)
    .where('seq', '<=', row.seq)
    .where((where) => where.or(ids.map((id) => where('data', 'like', `%"${id}"%`))))
    .execute()
  await eraseWords(
    work,
    placeId,
    told.map(({ seq }) => seq),
  )
}

type Listed = CommitmentEvent | Extract<ConcernEvent, { type: 'concern-reworded' }>

const promised = ({ data: { commitmentId } }: RecordedEvent<CommitmentEvent>): Following => ({
  key: `line ${commitmentId}`,
  write: (work) => list(work, commitmentId),
})

/** Lines go along with what is promised and what it answers. */
export const deriveLines: DerivedWrites<Listed> = {
  'commitment-recorded': promised,
  'commitment-amended': promised,
  'commitment-confirmed': promised,
  'confirmation-taken-back': promised,
  'commitment-dropped': promised,
  'commitment-put-off': promised,
  'commitment-restored': promised,
  'due-day-moved': promised,
  'due-day-recounted': promised,
  'commitment-done': promised,
  'report-taken-back': promised,
  'commitment-rated': promised,
  'commitment-reopened': promised,
  'commitment-settled': promised,
  'concern-reworded': ({ data: { concernId } }) => ({
    key: `lines ${concernId}`,
    write: (work) => listFor(work, concernId),
  }),
}
