import type { RecordedEvent } from '../../shared/kernel/event.ts'
import { changeOfVisit, visitNoted } from '../../shared/visits/evolve.ts'
import type { VisitEvent } from '../../shared/visits/visit.ts'
import { eraseWords } from '../journal/erasing.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { findVisit } from './queries.ts'
import { rowOf } from './rows.ts'

export const projectVisits: Projections<VisitEvent> = {
  'visit-noted': (work, event) =>
    work
      .insertInto('visits')
      .values({ ...rowOf(visitNoted(event)), placeId: event.placeId, seq: event.seq })
      .execute(),
  'visit-changed': async (work, event) => {
    const { placeId, seq, data } = event
    const before = await findVisit(work, placeId, data.visitId)
    if (!before) throw new Error(`expected a visit, found none with id ${data.visitId}`)
    await eraseNote(work, event)
    const row = { ...rowOf({ ...before, ...changeOfVisit(event) }), seq }
    await work.updateTable('visits').set(row).where('id', '=', data.visitId).execute()
  },
  // What was said at a door leaves the record with its note; the journal still proves that one stood there.
  'visit-dropped': async (work, event) => {
    const { visitId } = event.data
    await eraseNote(work, event)
    const lines = await work
      .deleteFrom('visitLines')
      .where('visitId', '=', visitId)
      .returning('seq')
      .execute()
    await eraseWords(
      work,
      event.placeId,
      lines.map(({ seq }) => seq),
    )
    await work.deleteFrom('visits').where('id', '=', visitId).execute()
  },
  'visit-line-raised': (work, { placeId, seq, data, words }) => {
    const { visitId, concernId, part } = data
    return work
      .insertInto('visitLines')
      .values({ visitId, concernId, part, placeId, seq, line: words.line })
      .execute()
  },
}

/** Of the note as it was before this event. */
async function eraseNote(work: Work, { placeId, data }: RecordedEvent<VisitEvent>): Promise<void> {
  const before = await work
    .selectFrom('visits')
    .select('seq')
    .where('id', '=', data.visitId)
    .where('placeId', '=', placeId)
    .executeTakeFirst()
  if (before) await eraseWords(work, placeId, [before.seq])
}
