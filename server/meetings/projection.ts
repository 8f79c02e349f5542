import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { MeetingEvent } from '../../shared/meetings/meeting.ts'
import { restored } from '../../shared/minutes/evolve.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import type { AgendaItemRow, MeetingRow } from '../storage/tables/meetings.ts'
import { freshCode } from './code.ts'

const setMeeting = (work: Work, event: RecordedEvent<MeetingEvent>, change: Partial<MeetingRow>) =>
  work.updateTable('meetings').set(change).where('id', '=', event.data.meetingId).execute()

const setItem = (work: Work, agendaItemId: string, change: Partial<AgendaItemRow>) =>
  work.updateTable('agendaItems').set(change).where('id', '=', agendaItemId).execute()

const NO_FLOOR = { floorSpeaker: null, floorPersonId: null, floorSince: null }

export const meetingProjections: Projections<MeetingEvent> = {
  'meeting-planned': (work, { placeId, data, words: { title, venue } }) =>
    work
      .insertInto('meetings')
      .values({
        id: data.meetingId,
        placeId,
        format: data.format,
        title,
        onDay: data.onDay,
        beginsAt: data.beginsAt ?? null,
        venue: venue ?? null,
        phase: 'planned',
        moderation: data.moderation,
        code: null,
        openedAt: null,
        closedAt: null,
        currentAgendaItemId: null,
        ...NO_FLOOR,
        wallCommitmentId: null,
        wallKind: 'promise',
        wallClearedSeq: 0,
        isFrozen: 0,
        minutesVersion: 1,
        erratumReason: null,
        erratumBy: null,
        erratumAt: null,
      })
      .execute(),
  'meeting-renamed': (work, event) => setMeeting(work, event, { title: event.words.title }),
  'meeting-rescheduled': (work, event) =>
    setMeeting(work, event, {
      onDay: event.data.onDay,
      beginsAt: event.data.beginsAt,
      venue: event.words.venue ?? null,
    }),
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
  async 'meeting-opened'(work, event) {
    const code = await freshCode(work, event.data.meetingId)
    await setMeeting(work, event, { phase: 'open', code, openedAt: event.recordedAt })
  },
  'moderation-set': (work, event) => setMeeting(work, event, { moderation: event.data.moderation }),
  async 'agenda-item-started'(work, event) {
    const { agendaItemId } = event.data
    await setMeeting(work, event, { currentAgendaItemId: agendaItemId })
    await work
      .updateTable('agendaItems')
      .set({ startedAt: event.recordedAt })
      .where('id', '=', agendaItemId)
      .where('startedAt', 'is', null)
      .execute()
  },
  'floor-given': (work, event) =>
    setMeeting(work, event, {
      floorSpeaker: event.words.speaker,
      floorPersonId: event.data.personId,
      floorSince: event.recordedAt,
    }),
  'floor-cleared': (work, event) => setMeeting(work, event, NO_FLOOR),
  'wall-cleared': (work, event) => setMeeting(work, event, { wallClearedSeq: event.seq }),
  'wall-turned': (work, event) =>
    setMeeting(work, event, {
      wallCommitmentId: event.data.commitmentId,
      wallKind: event.data.as ?? 'promise',
    }),
  'meeting-closed': (work, event) =>
    setMeeting(work, event, {
      phase: 'closed',
      closedAt: event.recordedAt,
      code: null,
      ...NO_FLOOR,
      wallCommitmentId: null,
    }),
  async 'meeting-reopened'(work, event) {
    const code = await freshCode(work, event.data.meetingId)
    await setMeeting(work, event, { phase: 'open', closedAt: null, code })
  },
  'meeting-signed': (work, event) => setMeeting(work, event, { phase: 'signed' }),
  'erratum-opened': async (work, event) => {
    const { recordedAt, data, words } = event
    await setMeeting(work, event, {
      phase: 'closed',
      isFrozen: 0,
      minutesVersion: data.version,
      erratumReason: words.reason,
      erratumBy: words.by,
      erratumAt: recordedAt,
    })
    await work.deleteFrom('signatures').where('meetingId', '=', data.meetingId).execute()
  },
  'erratum-cancelled': async (work, event) => {
    const { erratum } = event.words
    await setMeeting(work, event, {
      phase: 'signed',
      isFrozen: 1,
      minutesVersion: event.data.version,
      erratumReason: erratum?.reason ?? null,
      erratumBy: erratum?.by ?? null,
      erratumAt: erratum?.openedAt ?? null,
    })
    for (const signature of restored(event))
      await work
        .insertInto('signatures')
        .values({ placeId: event.placeId, ...signature })
        .execute()
  },
}
