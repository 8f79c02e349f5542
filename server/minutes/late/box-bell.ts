import type { Actor } from '../../../shared/kernel/event.ts'
import type { MeetingId, PlaceId } from '../../../shared/kernel/id.ts'
import { decideNoteBoxed, type BoxedState } from '../../../shared/minutes/decide.ts'
import type { MinutesEvent } from '../../../shared/minutes/minutes.ts'
import type { AppContext } from '../../app/feature.ts'
import type { NamedCommandHandler, PlaceCommand } from '../../journal/handler.ts'
import { findMeeting } from '../../meetings/queries.ts'
import { boxedBytes } from '../document/updates.ts'

const relay = (placeId: PlaceId): Actor => ({
  id: '00000000-0000-0000-0000-000000000000',
  kind: 'system',
  name: null,
  personId: null,
  placeId,
  roles: [],
  meetingId: null,
})

/** Not among the feature's handlers: the relay alone knows that something came too late. */
const noteBoxed: NamedCommandHandler<PlaceCommand & { meetingId: MeetingId }, BoxedState, MinutesEvent> = {
  name: 'note-boxed',
  load: async (work, { placeId, meetingId }) => ({
    meeting: await findMeeting(work, placeId, meetingId),
    boxed: (await boxedBytes(work, meetingId)).length,
  }),
  decide: decideNoteBoxed,
}

/** Tells the desks that something lies in the box; what lies there is on disk already. */
export async function tellOfBox(
  { journal, newId }: Pick<AppContext, 'journal' | 'newId'>,
  placeId: PlaceId,
  meetingId: MeetingId,
): Promise<void> {
  await journal.execute(noteBoxed, { placeId, meetingId }, relay(placeId), newId())
}
