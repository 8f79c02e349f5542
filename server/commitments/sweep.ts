import type { CommitmentEvent } from '../../shared/commitments/commitment.ts'
import {
  decideNoteOverdue,
  type NoteOverdue,
  type OpenState,
} from '../../shared/commitments/decisions/decide-open.ts'
import { standingOf } from '../../shared/commitments/standing.ts'
import type { Sweep } from '../app/feature.ts'
import type { NamedCommandHandler } from '../journal/handler.ts'
import { commandIdFrom, systemAt } from '../journal/system.ts'
import { findCommitment, openCommitmentsDueBefore } from './queries.ts'

/** Not among the feature's handlers: the calendar alone says that a day has passed. */
const noteOverdue: NamedCommandHandler<NoteOverdue, OpenState, CommitmentEvent> = {
  name: 'note-overdue',
  load: async (work, { placeId, commitmentId }) => ({
    commitment: await findCommitment(work, placeId, commitmentId),
  }),
  decide: decideNoteOverdue,
}

/** Writes down, once for each day promised, that the day has passed and the promise is not kept. */
export const noticeOverdue: Sweep = async ({ database, journal, momentAt }, placeId) => {
  const { today } = await momentAt(placeId)
  for (const commitment of await openCommitmentsDueBefore(database.reader, placeId, today)) {
    if (standingOf(commitment, today) !== 'overdue') continue
    const command = { placeId, commitmentId: commitment.id, dueOn: commitment.dueOn }
    // The same day of the same promise is the same command.
    const commandId = commandIdFrom(
      `overdue:${commitment.id}:${commitment.dueOn}:${commitment.timesReopened}`,
    )
    await journal.execute(noteOverdue, command, systemAt(placeId), commandId)
  }
}
