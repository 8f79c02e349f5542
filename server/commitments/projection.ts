import type { CommitmentEvent } from '../../shared/commitments/commitment.ts'
import { commitmentChange, dueChangeIn, progressIn, spoken } from '../../shared/commitments/evolve.ts'
import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { erasePhoto, sendPhotos } from './photos/photos.ts'
import { findCommitment } from './queries.ts'
import { rowOf } from './rows.ts'

export const projectCommitments: Projections<CommitmentEvent> = {
  'commitment-recorded': (work, event) =>
    work
      .insertInto('commitments')
      .values({ ...rowOf(spoken(event, event.recordedAt, null)), placeId: event.placeId })
      .execute(),
  'commitment-amended': change,
  'commitment-read-back': change,
  'commitment-confirmed': change,
  'confirmation-taken-back': change,
  'commitment-dropped': change,
  'commitment-put-off': change,
  'commitment-restored': change,
  'commitment-unimported': takeOut,
  'owner-linked': change,
  'extension-asked': change,
  'extension-refused': change,
  'due-day-moved': changeDay,
  'due-day-recounted': changeDay,
  'part-reported': stepWithPhotos,
  'evidence-added': stepWithPhotos,
  'commitment-ordered': step,
  'commitment-supervised': step,
  'photo-removed': (work, { data, recordedAt }) => erasePhoto(work, data.photoId, recordedAt),
  'commitment-done': async (work, event) => {
    await sendPhotos(work, event)
    await change(work, event)
  },
  'report-taken-back': change,
  // That it is late is a fact about today; stored is only how often that happened.
  'commitment-became-overdue': change,
  'commitment-rated': change,
  'commitment-joined': change,
  'commitment-reopened': changeDay,
  'commitment-settled': change,
}

async function takeOut(
  work: Work,
  { data: { commitmentId } }: RecordedEvent<CommitmentEvent> & { data: { commitmentId: string } },
): Promise<void> {
  await work.deleteFrom('progress').where('commitmentId', '=', commitmentId).execute()
  await work.deleteFrom('dueChanges').where('commitmentId', '=', commitmentId).execute()
  await work.deleteFrom('commitments').where('id', '=', commitmentId).execute()
}

async function change(work: Work, event: RecordedEvent<CommitmentEvent>): Promise<void> {
  const { commitmentId } = event.data
  const before = await findCommitment(work, event.placeId, commitmentId)
  if (!before) throw new Error(`expected a promise, found none with id ${commitmentId}`)
  const facts = commitmentChange(event, before)
  if (!facts || Object.keys(facts).length === 0) return
  await work
    .updateTable('commitments')
    .set(rowOf({ ...before, ...facts }))
    .where('id', '=', commitmentId)
    .execute()
}

async function changeDay(work: Work, event: RecordedEvent<CommitmentEvent>): Promise<void> {
  const { placeId, seq } = event
  const moved = dueChangeIn(event)
  if (moved)
    await work
      .insertInto('dueChanges')
      .values({ ...moved, placeId, seq })
      .execute()
  await change(work, event)
}

async function step(work: Work, event: RecordedEvent<CommitmentEvent>): Promise<void> {
  const { placeId } = event
  const taken = progressIn(event)
  if (taken)
    await work
      .insertInto('progress')
      .values({ ...taken, placeId })
      .execute()
  await change(work, event)
}

async function stepWithPhotos(
  work: Work,
  event: RecordedEvent<Extract<CommitmentEvent, { type: 'part-reported' | 'evidence-added' }>>,
): Promise<void> {
  await sendPhotos(work, event)
  await step(work, event)
}
