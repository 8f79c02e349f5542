import type { InvitationId } from '../../shared/kernel/id.ts'
import { invitationIn } from '../../shared/people/log-in/invitation.ts'
import type { PersonEvent } from '../../shared/people/person.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'

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
        gridId: data.gridId ?? null,
        givenAt,
        endedAt: null,
      })
      .execute(),
  'post-ended': (work, { data, recordedAt: endedAt }) =>
    work.updateTable('posts').set({ endedAt }).where('id', '=', data.postId).execute(),
  'person-invited': (work, event) => work.insertInto('invitations').values(invitationIn(event)).execute(),
  'invitation-taken-back': (work, { data }) => endInvitation(work, data.invitationId, 'taken-back'),
  'invitation-accepted': (work, { data }) => endInvitation(work, data.invitationId, 'accepted'),
  // The row holds a password, so it is written beside the event and not from it.
  'login-set': () => Promise.resolve(),
}

/** What was used or taken back lets nobody in any more. */
async function endInvitation(work: Work, id: InvitationId, state: 'accepted' | 'taken-back'): Promise<void> {
  await work.updateTable('invitations').set({ state }).where('id', '=', id).execute()
  await work.deleteFrom('invitationCodes').where('invitationId', '=', id).execute()
}
