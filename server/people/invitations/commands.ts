import {
  decideAcceptInvitation,
  decideInvitePerson,
  decideTakeBackInvitation,
  type AcceptInvitationState,
  type InvitationState,
  type InvitePersonState,
} from '../../../shared/people/log-in/decide-invitation.ts'
import type { PersonEvent } from '../../../shared/people/person.ts'
import type { AcceptInvitation, InvitePerson, TakeBackInvitation } from '../../../shared/people/schema.ts'
import type { CommandHandler } from '../../journal/handler.ts'
import { findPlace, gridsOf } from '../../places/queries.ts'
import { findPerson, isIdTaken, neighboursOf, postsOf, takenIds } from '../queries.ts'
import { findInvitation, waitingInvitations } from './queries.ts'

export const invitePerson: CommandHandler<InvitePerson, InvitePersonState, PersonEvent> = {
  decide: decideInvitePerson,
  load: async (work, { placeId, personId, invitationId, gridId }) => ({
    place: await findPlace(work, placeId),
    grid: (await gridsOf(work, placeId)).find(({ id }) => id === gridId) ?? null,
    person: await findPerson(work, placeId, personId),
    takenIds: [
      ...(await takenIds(work, 'people', [personId])),
      ...(await takenIds(work, 'invitations', [invitationId])),
    ],
    neighbours: await neighboursOf(work, placeId),
    posts: await postsOf(work, placeId),
    waiting: await waitingInvitations(work, [placeId]),
  }),
}

export const takeBackInvitation: CommandHandler<TakeBackInvitation, InvitationState, PersonEvent> = {
  decide: decideTakeBackInvitation,
  load: async (work, { placeId, invitationId }) => ({
    place: await findPlace(work, placeId),
    invitation: await findInvitation(work, placeId, invitationId),
  }),
}

export const acceptInvitation: CommandHandler<AcceptInvitation, AcceptInvitationState, PersonEvent> = {
  decide: decideAcceptInvitation,
  load: async (work, { placeId, invitationId, postId }) => ({
    place: await findPlace(work, placeId),
    invitation: await findInvitation(work, placeId, invitationId),
    isTaken: await isIdTaken(work, 'posts', postId),
    posts: await postsOf(work, placeId),
  }),
}
