import type { RecordedEvent } from '../../shared/kernel/event.ts'
import type { InvitationId } from '../../shared/kernel/id.ts'
import { invitationIn } from '../../shared/people/log-in/invitation.ts'
import { ERASED_NAME, type PersonEvent } from '../../shared/people/person.ts'
import type { Projections } from '../journal/handler.ts'
import type { Work } from '../storage/database.ts'
import { writeEntry, writeOfPerson } from './security/entries.ts'

type ResetEvent = RecordedEvent<Extract<PersonEvent, { type: `login-reset-${string}` }>>

export const personProjections: Projections<PersonEvent> = {
  'household-added': (work, { placeId, data: { householdId: id, gridId }, words: { name } }) =>
    work.insertInto('households').values({ id, placeId, gridId, name }).execute(),
  'person-added': (work, { placeId, data: { personId: id, householdId }, words: { name } }) =>
    work.insertInto('people').values({ id, placeId, householdId, name, movedAwayAt: null }).execute(),
  'person-renamed': (work, { data, words: { name } }) =>
    work.updateTable('people').set({ name }).where('id', '=', data.personId).execute(),
  'person-moved-away': (work, { data, recordedAt: movedAwayAt }) =>
    work.updateTable('people').set({ movedAwayAt }).where('id', '=', data.personId).execute(),
  'person-erased': async (work, { placeId, actorId: byId, recordedAt: at, data: { personId } }) => {
    const gone = { name: ERASED_NAME, movedAwayAt: at }
    await work.updateTable('people').set(gone).where('id', '=', personId).execute()
    const held = work.updateTable('posts').set({ endedAt: at }).where('personId', '=', personId)
    await held.where('endedAt', 'is', null).execute()
    await writeEntry(work, { kind: 'person-erased', placeId, at, byId, personId })
  },
  'post-given': async (work, { placeId, actorId: byId, recordedAt: givenAt, data, words: { title } }) => {
    await work
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
      .execute()
    const { personId, role: about } = data
    await writeEntry(work, { kind: 'post-given', placeId, at: givenAt, byId, personId, about })
  },
  'post-ended': async (work, { placeId, actorId: byId, data, recordedAt: endedAt }) => {
    const { postId, personId } = data
    const ended = work.updateTable('posts').set({ endedAt }).where('id', '=', postId)
    const about = (await ended.returning('role').executeTakeFirst())?.role ?? null
    await writeEntry(work, { kind: 'post-taken', placeId, at: endedAt, byId, personId, about })
  },
  'person-invited': (work, event) => work.insertInto('invitations').values(invitationIn(event)).execute(),
  'invitation-taken-back': (work, { data }) => endInvitation(work, data.invitationId, 'taken-back'),
  'invitation-accepted': (work, { data }) => endInvitation(work, data.invitationId, 'accepted'),
  // The row holds a password, so it is written beside the event and not from it.
  'login-set': (work, { actorId: byId, recordedAt: at, data: { personId } }) =>
    writeOfPerson(work, personId, { kind: 'login-set', at, byId, personId }),
  'login-reset-asked': noteReset,
  'login-reset-confirmed': noteReset,
  'login-reset-stopped': noteReset,
}

/** Who asked or confirmed and when; the hash of the code is written beside it. */
async function noteReset(work: Work, event: ResetEvent): Promise<void> {
  const { type, placeId, actorId: byId, recordedAt: at, data } = event
  const { personId } = data
  const asked = { placeId, askedById: byId, askedAt: at }
  const none = { confirmedById: null, confirmedAt: null, codeHash: null, usedAt: null }
  if (type === 'login-reset-asked')
    await work
      .insertInto('loginResets')
      .values({ personId, ...asked, ...none })
      .onConflict((conflict) => conflict.column('personId').doUpdateSet({ ...asked, ...none }))
      .execute()
  else if (type === 'login-reset-confirmed')
    await work
      .updateTable('loginResets')
      .set({ confirmedById: byId, confirmedAt: at })
      .where('personId', '=', personId)
      .execute()
  else await work.deleteFrom('loginResets').where('personId', '=', personId).execute()
  const kind =
    `reset-${type === 'login-reset-asked' ? 'asked' : type === 'login-reset-confirmed' ? 'confirmed' : 'stopped'}` as const
  await writeEntry(work, { kind, placeId, at, byId, personId })
}

/** What was used or taken back lets nobody in any more. */
async function endInvitation(work: Work, id: InvitationId, state: 'accepted' | 'taken-back'): Promise<void> {
  await work.updateTable('invitations').set({ state }).where('id', '=', id).execute()
  await work.deleteFrom('invitationCodes').where('invitationId', '=', id).execute()
}
