import type { RecordedEvent } from '../../shared/kernel/event.ts'
import { changeOf, planned } from '../../shared/meetings/evolve.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import { restored } from '../../shared/minutes/evolve.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import type { AgendaItemRow, MeetingRow } from '../storage/tables/meetings.ts'
import { freshCode } from './code.ts'
import { rowOf } from './row.ts'

const setMeeting = (work: Work, event: RecordedEvent<MeetingEvent>, change: Partial<MeetingRow>) =>
  work.updateTable('meetings').set(change).where('id', '=', event.data.meetingId).execute()

const setItem = (work: Work, agendaItemId: string, change: Partial<AgendaItemRow>) =>
  work.updateTable('agendaItems').set(change).where('id', '=', agendaItemId).execute()

/** What the fold makes of the event is what the row holds. */
const fold = (work: Work, event: RecordedEvent<MeetingEvent>, besides?: Partial<MeetingRow>) =>
  setMeeting(work, event, { ...rowOf(changeOf({ wallClearedSeq: 0 }, event)), ...besides })

/** A code is drawn, so it is in no event. */
const open = async (work: Work, event: RecordedEvent<MeetingEvent>) =>
  fold(work, event, { code: await freshCode(work, event.data.meetingId) })

export const meetingProjections: Projections<MeetingEvent> = {
  'meeting-planned': (work, event) =>
    work
      .insertInto('meetings')
      .values(rowOf(planned(event)))
      .execute(),
  'meeting-renamed': fold,
  'meeting-rescheduled': fold,
  'agenda-item-added': (
    work,
    { placeId, data: { meetingId, agendaItemId: id, position, kind = 'topic', concernId = null }, words },
  ) =>
    work
      .insertInto('agendaItems')
      .values({ id, placeId, meetingId, title: words.title, position, startedAt: null, kind, concernId })
      .execute(),
  'agenda-item-renamed': (work, { data, words: { title } }) => setItem(work, data.agendaItemId, { title }),
  'agenda-item-moved': (work, { data: { agendaItemId, position } }) =>
    setItem(work, agendaItemId, { position }),
  'agenda-item-dropped': (work, { data }) =>
    work.deleteFrom('agendaItems').where('id', '=', data.agendaItemId).execute(),
  'promise-put-on-agenda': (work, { placeId, data }) =>
    work
      .insertInto('agendaPromises')
      .values({ placeId, ...data })
      .execute(),
  'promise-taken-off-agenda': (work, { data }) =>
    work
      .deleteFrom('agendaPromises')
      .where('meetingId', '=', data.meetingId)
      .where('commitmentId', '=', data.commitmentId)
      .execute(),
  'meeting-opened': open,
  'moderation-set': fold,
  async 'agenda-item-started'(work, event) {
    const { agendaItemId } = event.data
    await fold(work, event)
    await work
      .updateTable('agendaItems')
      .set({ startedAt: event.recordedAt })
      .where('id', '=', agendaItemId)
      .where('startedAt', 'is', null)
      .execute()
  },
  'floor-given': fold,
  'floor-cleared': fold,
  'wall-cleared': fold,
  'wall-turned': fold,
  'meeting-closed': fold,
  'meeting-reopened': open,
  'meeting-signed': fold,
  'erratum-opened': async (work, event) => {
    await fold(work, event)
    await work.deleteFrom('signatures').where('meetingId', '=', event.data.meetingId).execute()
  },
  'erratum-cancelled': async (work, event) => {
    await fold(work, event)
    for (const signature of restored(event))
      await work
        .insertInto('signatures')
        .values({ placeId: event.placeId, ...signature })
        .execute()
  },
}
