import type { PersonEvent } from '../../shared/people/person.ts'
import type { Projections } from '../journal/handler.ts'

export const personProjections: Projections<PersonEvent> = {
  'household-added': (work, { placeId, data: { householdId: id, gridId }, words: { name } }) =>
    work.insertInto('households').values({ id, placeId, gridId, name }).execute(),
  'person-added': (work, { placeId, data: { personId: id, householdId }, words: { name } }) =>
    work.insertInto('people').values({ id, placeId, householdId, name, movedAwayAt: null }).execute(),
  'person-renamed': (work, { data, words: { name } }) =>
    work.updateTable('people').set({ name }).where('id', '=', data.personId).execute(),
  'person-moved-away': (work, { data, recordedAt: movedAwayAt }) =>
    work.updateTable('people').set({ movedAwayAt }).where('id', '=', data.personId).execute(),
  'post-given': (work, { placeId, recordedAt: givenAt, data, words: { title } }) =>
    work
      .insertInto('posts')
      .values({
        id: data.postId,
        placeId,
        personId: data.personId,
        role: data.role,
        title,
        givenAt,
        endedAt: null,
      })
      .execute(),
  'post-ended': (work, { data, recordedAt: endedAt }) =>
    work.updateTable('posts').set({ endedAt }).where('id', '=', data.postId).execute(),
}
