import type { ConcernEvent } from '../../shared/concerns/concern.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import type { ConcernRow } from '../storage/tables/concerns.ts'

const change = (work: Work, concernId: string, facts: Partial<ConcernRow>) =>
  work.updateTable('concerns').set(facts).where('id', '=', concernId).execute()

export const projectConcerns: Projections<ConcernEvent> = {
  'concern-raised': (work, { placeId, data, words, recordedAt }) =>
    work
      .insertInto('concerns')
      .values({
        id: data.concernId,
        placeId,
        no: data.no,
        meetingId: data.meetingId,
        agendaItemId: data.agendaItemId,
        commentId: data.commentId,
        lane: data.lane,
        state: 'raised',
        raisedById: data.raisedById,
        raisedBy: words.raisedBy,
        text: words.text,
        outcome: null,
        referredTo: null,
        raisedAt: recordedAt,
        settledAt: null,
      })
      .execute(),
  'concern-reworded': (work, { data, words }) => change(work, data.concernId, { text: words.text }),
  'concern-answered': (work, { data, words, recordedAt }) =>
    change(work, data.concernId, {
      state: 'answered',
      outcome: words.outcome,
      referredTo: null,
      settledAt: recordedAt,
    }),
  'concern-referred': (work, { data, words, recordedAt }) =>
    change(work, data.concernId, {
      state: 'referred',
      outcome: words.outcome,
      referredTo: words.referredTo,
      settledAt: recordedAt,
    }),
  'concern-declined': (work, { data, words, recordedAt }) =>
    change(work, data.concernId, {
      state: 'declined',
      outcome: words.outcome,
      referredTo: null,
      settledAt: recordedAt,
    }),
  'concern-promised': (work, { data, recordedAt }) =>
    change(work, data.concernId, {
      state: 'promised',
      outcome: null,
      referredTo: null,
      settledAt: recordedAt,
    }),
  'outcome-taken-back': (work, { data }) =>
    change(work, data.concernId, { state: 'raised', outcome: null, referredTo: null, settledAt: null }),
}
