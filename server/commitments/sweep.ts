import { createHash } from 'node:crypto'
import type { CommitmentEvent } from '../../shared/commitments/commitment.ts'
import { decideNoteOverdue, type NoteOverdue, type OpenState } from '../../shared/commitments/decide-open.ts'
import { standingOf } from '../../shared/commitments/standing.ts'
import type { Actor } from '../../shared/kernel/event.ts'
import type { CommandId, PlaceId } from '../../shared/kernel/id.ts'
import { Command, DayText, Id } from '../../shared/kernel/schema.ts'
import type { Sweep } from '../feature.ts'
import type { CommandHandler } from '../journal/handler.ts'
import { findCommitment, openCommitmentsDueBefore } from './queries.ts'

const calendar = (placeId: PlaceId): Actor => ({
  id: '00000000-0000-0000-0000-000000000000',
  kind: 'system',
  name: null,
  personId: null,
  placeId,
  roles: [],
  meetingId: null,
})

/** Not among the feature's handlers: the calendar alone says that a day has passed. */
const noteOverdue: CommandHandler<NoteOverdue, OpenState, CommitmentEvent> = {
  name: 'note-overdue',
  schema: Command({ commitmentId: Id(), dueOn: DayText() }),
  load: async (work, { placeId, commitmentId }) => ({
    commitment: await findCommitment(work, placeId, commitmentId),
  }),
  decide: decideNoteOverdue,
}

// The same day of the same promise is the same command, however often and on however many nodes this runs.
function commandIdFor({ commitmentId, dueOn }: NoteOverdue): CommandId {
  const hex = createHash('sha256').update(`overdue:${commitmentId}:${dueOn}`).digest('hex')
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}

/** Writes down, once for each day promised, that the day has passed and the promise is not kept. */
export const noticeOverdue: Sweep = async ({ database, journal, momentAt }, placeId) => {
  const { today } = await momentAt(placeId)
  for (const commitment of await openCommitmentsDueBefore(database.reader, placeId, today)) {
    if (standingOf(commitment, today) !== 'overdue') continue
    const command = { placeId, commitmentId: commitment.id, dueOn: commitment.dueOn }
    await journal.execute(noteOverdue, command, calendar(placeId), commandIdFor(command))
  }
}
