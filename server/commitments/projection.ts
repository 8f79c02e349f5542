import type { CommitmentEvent, PromiseFacts, PromiseWords } from '../../shared/commitments/commitment.ts'
import { coOwnersOf } from '../../shared/commitments/promise.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import type { CommitmentRow } from '../storage/tables/commitments.ts'

const change = (work: Work, commitmentId: string, facts: Partial<CommitmentRow>) =>
  work.updateTable('commitments').set(facts).where('id', '=', commitmentId).execute()

const promised = (facts: PromiseFacts, words: PromiseWords) => ({
  ownerId: facts.ownerId,
  owner: words.owner,
  ownerTitle: words.ownerTitle,
  measure: words.measure,
  coOwners: JSON.stringify(coOwnersOf(facts, words)),
  firstDueOn: facts.dueOn,
  dueOn: facts.dueOn,
})

export const projectCommitments: Projections<CommitmentEvent> = {
  'commitment-recorded': (work, { placeId, data, words, recordedAt }) =>
    work
      .insertInto('commitments')
      .values({
        id: data.commitmentId,
        placeId,
        meetingId: data.meetingId,
        concernId: data.concernId,
        state: 'spoken',
        verbatim: words.verbatim,
        ...promised(data, words),
        timesMoved: 0,
        recordedAt,
        readBackAt: null,
        confirmedAt: null,
        doneOn: null,
        report: null,
      })
      .execute(),
  'commitment-amended': (work, { data, words }) =>
    change(work, data.commitmentId, { ...promised(data, words), readBackAt: null }),
  'commitment-read-back': (work, { data, recordedAt }) =>
    change(work, data.commitmentId, { readBackAt: recordedAt }),
  'commitment-confirmed': (work, { data, recordedAt }) =>
    change(work, data.commitmentId, {
      state: 'open',
      firstDueOn: data.dueOn,
      dueOn: data.dueOn,
      confirmedAt: recordedAt,
    }),
  'commitment-dropped': (work, { data }) => change(work, data.commitmentId, { state: 'dropped' }),
  'due-day-moved': async (work, { placeId, seq, data, words, recordedAt }) => {
    const { commitmentId, fromOn, toOn } = data
    await work
      .insertInto('dueChanges')
      .values({ placeId, commitmentId, seq, fromOn, toOn, reason: words.reason, movedAt: recordedAt })
      .execute()
    await work
      .updateTable('commitments')
      .set((row) => ({ dueOn: toOn, timesMoved: row('timesMoved', '+', 1) }))
      .where('id', '=', commitmentId)
      .execute()
  },
  'commitment-done': (work, { data, words }) =>
    change(work, data.commitmentId, { state: 'done', doneOn: data.doneOn, report: words.report }),
  'report-taken-back': (work, { data }) =>
    change(work, data.commitmentId, { state: 'open', doneOn: null, report: null }),
  // Nothing is stored: being late is a fact about today.
  'commitment-became-overdue': async () => {},
}
